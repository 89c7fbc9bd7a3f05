CREATE TABLE "travel_source" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"most" real,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "travel_time" (
	"source" integer NOT NULL,
	"commune" text NOT NULL,
	"place" text NOT NULL,
	"minutes" real NOT NULL,
	CONSTRAINT "travel_time_source_commune_place_pk" PRIMARY KEY("source","commune","place")
);
--> statement-breakpoint
ALTER TABLE "travel_time" ADD CONSTRAINT "travel_time_source_travel_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."travel_source"("id") ON DELETE cascade ON UPDATE no action;