CREATE TABLE "strategy" (
	"id" text PRIMARY KEY NOT NULL,
	"owner" text,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "strategy_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"strategy" text NOT NULL,
	"item" text NOT NULL,
	"act" text NOT NULL,
	"field" text,
	"before" text,
	"after" text,
	"at" timestamp with time zone NOT NULL,
	"batch" text NOT NULL,
	"account" text,
	"organisation" text
);
--> statement-breakpoint
CREATE TABLE "strategy_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"strategy" text NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account" text,
	"organisation" text,
	"guest" text,
	"settled_at" timestamp with time zone,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "strategy_diagnosis" (
	"id" text PRIMARY KEY NOT NULL,
	"strategy" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account" text,
	"figures" jsonb NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_field" (
	"item" text NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account" text,
	"organisation" text,
	CONSTRAINT "strategy_field_item_field_pk" PRIMARY KEY("item","field")
);
--> statement-breakpoint
CREATE TABLE "strategy_item" (
	"id" text PRIMARY KEY NOT NULL,
	"strategy" text NOT NULL,
	"kind" text NOT NULL,
	"under" text,
	"rank" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "strategy_link" (
	"id" text PRIMARY KEY NOT NULL,
	"strategy" text NOT NULL,
	"purpose" text NOT NULL,
	"standing" text NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "strategy_partner" (
	"strategy" text NOT NULL,
	"organisation" text NOT NULL,
	"standing" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "strategy_partner_strategy_organisation_pk" PRIMARY KEY("strategy","organisation")
);
--> statement-breakpoint
ALTER TABLE "strategy" ADD CONSTRAINT "strategy_owner_organisation_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_change" ADD CONSTRAINT "strategy_change_strategy_strategy_id_fk" FOREIGN KEY ("strategy") REFERENCES "public"."strategy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_change" ADD CONSTRAINT "strategy_change_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_change" ADD CONSTRAINT "strategy_change_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_comment" ADD CONSTRAINT "strategy_comment_strategy_strategy_id_fk" FOREIGN KEY ("strategy") REFERENCES "public"."strategy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_comment" ADD CONSTRAINT "strategy_comment_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_comment" ADD CONSTRAINT "strategy_comment_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_diagnosis" ADD CONSTRAINT "strategy_diagnosis_strategy_strategy_id_fk" FOREIGN KEY ("strategy") REFERENCES "public"."strategy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_diagnosis" ADD CONSTRAINT "strategy_diagnosis_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_field" ADD CONSTRAINT "strategy_field_item_strategy_item_id_fk" FOREIGN KEY ("item") REFERENCES "public"."strategy_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_field" ADD CONSTRAINT "strategy_field_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_field" ADD CONSTRAINT "strategy_field_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_item" ADD CONSTRAINT "strategy_item_strategy_strategy_id_fk" FOREIGN KEY ("strategy") REFERENCES "public"."strategy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_link" ADD CONSTRAINT "strategy_link_strategy_strategy_id_fk" FOREIGN KEY ("strategy") REFERENCES "public"."strategy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_link" ADD CONSTRAINT "strategy_link_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_partner" ADD CONSTRAINT "strategy_partner_strategy_strategy_id_fk" FOREIGN KEY ("strategy") REFERENCES "public"."strategy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_partner" ADD CONSTRAINT "strategy_partner_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "strategy_owner" ON "strategy" USING btree ("owner");--> statement-breakpoint
CREATE INDEX "strategy_change_strategy" ON "strategy_change" USING btree ("strategy","id");--> statement-breakpoint
CREATE INDEX "strategy_change_item" ON "strategy_change" USING btree ("item");--> statement-breakpoint
CREATE INDEX "strategy_comment_strategy" ON "strategy_comment" USING btree ("strategy","at");--> statement-breakpoint
CREATE INDEX "strategy_diagnosis_strategy" ON "strategy_diagnosis" USING btree ("strategy","at");--> statement-breakpoint
CREATE INDEX "strategy_item_strategy" ON "strategy_item" USING btree ("strategy");--> statement-breakpoint
CREATE UNIQUE INDEX "strategy_item_root" ON "strategy_item" USING btree ("strategy") WHERE "strategy_item"."kind" = 'strategy';--> statement-breakpoint
CREATE INDEX "strategy_link_strategy" ON "strategy_link" USING btree ("strategy");--> statement-breakpoint
CREATE INDEX "strategy_partner_organisation" ON "strategy_partner" USING btree ("organisation");