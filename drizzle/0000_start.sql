CREATE TABLE "dataset_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"title" text NOT NULL,
	"producer" text NOT NULL,
	"licence" text NOT NULL,
	"redistribute" boolean NOT NULL,
	"edition" text NOT NULL,
	"page" text NOT NULL,
	"origin" text NOT NULL,
	"sha256" text NOT NULL,
	"fingerprint" text NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"rows_read" integer NOT NULL,
	"rows_kept" integer NOT NULL,
	"rows_refused" integer NOT NULL,
	"current" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "former_code" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text,
	"current" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_column" (
	"indicator" text NOT NULL,
	"level" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"counts" jsonb NOT NULL,
	CONSTRAINT "indicator_column_indicator_level_pk" PRIMARY KEY("indicator","level")
);
--> statement-breakpoint
CREATE TABLE "outline" (
	"level" text NOT NULL,
	"code" text NOT NULL,
	"detail" text NOT NULL,
	"geometry" text NOT NULL,
	CONSTRAINT "outline_level_code_detail_pk" PRIMARY KEY("level","code","detail")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"postcode" text NOT NULL,
	"town" text NOT NULL,
	"commune" text,
	"lat" double precision,
	"lon" double precision,
	"position" text NOT NULL,
	"typology" text,
	"services" text[] NOT NULL,
	"publics" text[] NOT NULL,
	"specific_care" text[] NOT NULL,
	"fees" text[] NOT NULL,
	"support" text[] NOT NULL,
	"on_behalf" boolean NOT NULL,
	"programmes" text[] NOT NULL,
	"hours" text,
	"website" text,
	"booking_url" text,
	"phone" text,
	"summary" text,
	"itinerant" boolean NOT NULL,
	"updated" text,
	"sources" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_record" (
	"source" text NOT NULL,
	"id" text NOT NULL,
	"record" jsonb NOT NULL,
	CONSTRAINT "place_record_source_id_pk" PRIMARY KEY("source","id")
);
--> statement-breakpoint
CREATE TABLE "refused_row" (
	"id" serial PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"line" integer,
	"code" text,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "territory" (
	"level" text NOT NULL,
	"code" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"kind" text,
	"population" integer,
	"lat" double precision,
	"lon" double precision,
	"surface_km2" double precision,
	"commune" text,
	"epci" text,
	"ept" text,
	"departement" text,
	"region" text,
	"postcodes" text[] NOT NULL,
	"bbox" real[],
	CONSTRAINT "territory_level_code_pk" PRIMARY KEY("level","code")
);
--> statement-breakpoint
CREATE TABLE "tile" (
	"tileset" text NOT NULL,
	"level" text NOT NULL,
	"z" smallint NOT NULL,
	"x" integer NOT NULL,
	"y" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "tile_tileset_level_z_x_y_pk" PRIMARY KEY("tileset","level","z","x","y")
);
--> statement-breakpoint
CREATE TABLE "tileset" (
	"hash" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"min_zoom" smallint NOT NULL,
	"max_zoom" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "indicator_column" ADD CONSTRAINT "indicator_column_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refused_row" ADD CONSTRAINT "refused_row_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tile" ADD CONSTRAINT "tile_tileset_tileset_hash_fk" FOREIGN KEY ("tileset") REFERENCES "public"."tileset"("hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tileset" ADD CONSTRAINT "tileset_version_dataset_version_id_fk" FOREIGN KEY ("version") REFERENCES "public"."dataset_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dataset_version_current" ON "dataset_version" USING btree ("source") WHERE "dataset_version"."current";--> statement-breakpoint
CREATE INDEX "place_commune" ON "place" USING btree ("commune");--> statement-breakpoint
CREATE INDEX "refused_row_version" ON "refused_row" USING btree ("version");--> statement-breakpoint
CREATE UNIQUE INDEX "territory_order" ON "territory" USING btree ("level","ordinal");