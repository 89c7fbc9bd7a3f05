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
ALTER TABLE "zone" ADD CONSTRAINT "zone_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE cascade ON UPDATE no action;