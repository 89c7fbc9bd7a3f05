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
ALTER TABLE "dataset_version" ADD COLUMN "year" text;--> statement-breakpoint
ALTER TABLE "own_table" ADD CONSTRAINT "own_table_owner_organisation_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_table_content" ADD CONSTRAINT "own_table_content_table_own_table_id_fk" FOREIGN KEY ("table") REFERENCES "public"."own_table"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_table_owner" ON "own_table" USING btree ("owner");