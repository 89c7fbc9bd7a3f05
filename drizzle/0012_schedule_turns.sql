ALTER TABLE "live_schedule" ADD COLUMN "tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "live_schedule" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;