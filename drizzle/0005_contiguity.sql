CREATE TABLE "contiguity" (
	"level" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"pairs" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contiguity" ADD CONSTRAINT "contiguity_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE no action ON UPDATE no action;