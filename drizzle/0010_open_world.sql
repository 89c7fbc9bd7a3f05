CREATE TABLE "api_key" (
	"id" text PRIMARY KEY NOT NULL,
	"hint" text NOT NULL,
	"name" text NOT NULL,
	"scope" text NOT NULL,
	"owner" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "former_column" (
	"version" integer NOT NULL,
	"indicator" text NOT NULL,
	"level" text NOT NULL,
	"order" text NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"counts" jsonb NOT NULL,
	CONSTRAINT "former_column_version_indicator_level_pk" PRIMARY KEY("version","indicator","level")
);
--> statement-breakpoint
CREATE TABLE "former_order" (
	"hash" text PRIMARY KEY NOT NULL,
	"codes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_check" (
	"source" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"step" text,
	"outcome" text,
	"message" text
);
--> statement-breakpoint
CREATE TABLE "live_schedule" (
	"id" integer PRIMARY KEY NOT NULL,
	"every" text NOT NULL,
	"hour" integer NOT NULL,
	"unasked" text[] NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_edition" (
	"source" text PRIMARY KEY NOT NULL,
	"folder" text NOT NULL,
	"kind" text NOT NULL,
	"files" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"fingerprint" text NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"basis" jsonb NOT NULL,
	"changes" jsonb NOT NULL,
	"refused_at" timestamp with time zone,
	"accepted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "own_table" (
	"id" serial PRIMARY KEY NOT NULL,
	"owner" text,
	"shared" boolean NOT NULL,
	"name" text NOT NULL,
	"producer" text NOT NULL,
	"licence" text NOT NULL,
	"redistribute" boolean NOT NULL,
	"edition" text NOT NULL,
	"year" text NOT NULL,
	"page" text,
	"key_kind" text NOT NULL,
	"level" text NOT NULL,
	"file" text NOT NULL,
	"sha256" text NOT NULL,
	"version" integer,
	"indicators" jsonb NOT NULL,
	"reading" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "own_table_content" (
	"table" integer PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zone" (
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"communes" text[] NOT NULL,
	"population" integer,
	"area_km2" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"bbox" real[] NOT NULL,
	"outline" text NOT NULL,
	CONSTRAINT "zone_kind_code_pk" PRIMARY KEY("kind","code")
);
--> statement-breakpoint
ALTER TABLE "dataset_version" ADD COLUMN "year" text;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_owner_organisation_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_column" ADD CONSTRAINT "former_column_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_column" ADD CONSTRAINT "former_column_order_former_order_hash_fk" FOREIGN KEY ("order") REFERENCES "public"."former_order"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_table" ADD CONSTRAINT "own_table_owner_organisation_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_table_content" ADD CONSTRAINT "own_table_content_table_own_table_id_fk" FOREIGN KEY ("table") REFERENCES "public"."own_table"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone" ADD CONSTRAINT "zone_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_owner" ON "api_key" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "own_table_owner" ON "own_table" USING btree ("owner");