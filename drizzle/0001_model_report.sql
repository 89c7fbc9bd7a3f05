CREATE TABLE "model_report" (
	"model" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "model_report" ADD CONSTRAINT "model_report_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE no action ON UPDATE no action;