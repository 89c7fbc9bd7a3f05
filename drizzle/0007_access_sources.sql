CREATE TABLE "inhabited_point" (
	"id" serial PRIMARY KEY NOT NULL,
	"source" integer NOT NULL,
	"commune" text NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	"people" real NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inhabited_source" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "isochrone" (
	"asked" text PRIMARY KEY NOT NULL,
	"geometry" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_edition" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"editions" jsonb NOT NULL,
	"places" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "travel_source" ADD COLUMN "steps" real[];--> statement-breakpoint
ALTER TABLE "inhabited_point" ADD CONSTRAINT "inhabited_point_source_inhabited_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."inhabited_source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inhabited_point_source" ON "inhabited_point" USING btree ("source");