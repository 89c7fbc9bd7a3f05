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
ALTER TABLE "dataset_version" ADD COLUMN "year" text;--> statement-breakpoint
ALTER TABLE "former_column" ADD CONSTRAINT "former_column_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_column" ADD CONSTRAINT "former_column_order_former_order_hash_fk" FOREIGN KEY ("order") REFERENCES "public"."former_order"("hash") ON DELETE no action ON UPDATE no action;