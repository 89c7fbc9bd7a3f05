CREATE TABLE "column_layout" (
	"layout" text PRIMARY KEY NOT NULL,
	"mapping" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_access" (
	"id" serial PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"count" integer NOT NULL,
	"owner" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "geocode" (
	"address" text PRIMARY KEY NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"score" real,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_change" (
	"id" serial PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"record" text NOT NULL,
	"import" integer,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"owner" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_contact" (
	"source" text NOT NULL,
	"record" text NOT NULL,
	"name" text,
	"email" text,
	"phone" text,
	"purpose" text NOT NULL,
	"keep_until" timestamp with time zone NOT NULL,
	"owner" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_contact_source_record_pk" PRIMARY KEY("source","record")
);
--> statement-breakpoint
CREATE TABLE "place_import" (
	"id" serial PRIMARY KEY NOT NULL,
	"list" integer NOT NULL,
	"file" text NOT NULL,
	"sha256" text NOT NULL,
	"rows_read" integer NOT NULL,
	"created" integer NOT NULL,
	"updated" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"refused" integer NOT NULL,
	"owner" text,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "place_list" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"shared" boolean NOT NULL,
	"owner" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_proposal" (
	"first" text NOT NULL,
	"second" text NOT NULL,
	"likelihood" real NOT NULL,
	"reasons" jsonb NOT NULL,
	CONSTRAINT "place_proposal_first_second_pk" PRIMARY KEY("first","second")
);
--> statement-breakpoint
CREATE TABLE "place_revision" (
	"id" serial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_verdict" (
	"first" text NOT NULL,
	"second" text NOT NULL,
	"same" boolean NOT NULL,
	"owner" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "place_verdict_first_second_pk" PRIMARY KEY("first","second")
);
--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "record" jsonb;--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "records" text[];--> statement-breakpoint
ALTER TABLE "place" ADD COLUMN "origins" jsonb;--> statement-breakpoint
UPDATE "place_record" SET "record" = '{"pivot":null,"addressExtra":null,"structure":null,"accessModes":[],"labels":[],"otherLabels":[],"week":null,"accessSheet":null,"detail":null,"offers":[],"fieldPublics":[],"programme":null,"operator":null,"helpers":null,"helpHours":null,"funders":[],"candidate":false,"stops":[],"note":null,"closed":null,"owner":null}'::jsonb || "record";--> statement-breakpoint
UPDATE "place" SET
	"record" = '{"pivot":null,"addressExtra":null,"structure":null,"accessModes":[],"labels":[],"otherLabels":[],"week":null,"accessSheet":null,"detail":null,"offers":[],"fieldPublics":[],"programme":null,"operator":null,"helpers":null,"helpHours":null,"funders":[],"candidate":false,"stops":[],"note":null,"closed":null,"owner":null}'::jsonb || jsonb_build_object(
		'id', "id", 'kind', "kind", 'name', "name", 'address', "address", 'postcode', "postcode", 'town', "town",
		'commune', "commune", 'lat', "lat", 'lon', "lon", 'position', "position", 'typology', "typology",
		'services', to_jsonb("services"), 'publics', to_jsonb("publics"), 'specificCare', to_jsonb("specific_care"),
		'fees', to_jsonb("fees"), 'support', to_jsonb("support"), 'onBehalf', "on_behalf",
		'programmes', to_jsonb("programmes"), 'hours', "hours", 'website', "website", 'bookingUrl', "booking_url",
		'phone', "phone", 'summary', "summary", 'itinerant', "itinerant", 'updated', "updated",
		'sources', to_jsonb("sources")),
	"records" = coalesce((SELECT array_agg(r."source" || '/' || r."id" ORDER BY r."source") FROM "place_record" r WHERE r."id" = "place"."id"), '{}'),
	"origins" = '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "place" ALTER COLUMN "record" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "place" ALTER COLUMN "records" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "place" ALTER COLUMN "origins" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "place_record" ADD COLUMN "owner" text;--> statement-breakpoint
ALTER TABLE "place_change" ADD CONSTRAINT "place_change_import_place_import_id_fk" FOREIGN KEY ("import") REFERENCES "public"."place_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_import" ADD CONSTRAINT "place_import_list_place_list_id_fk" FOREIGN KEY ("list") REFERENCES "public"."place_list"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_change_record" ON "place_change" USING btree ("source","record");