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
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_owner_organisation_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_owner" ON "api_key" USING btree ("owner");