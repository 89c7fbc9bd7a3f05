ALTER TABLE "organisation" ADD COLUMN "keeps_data" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "organisation" SET "keeps_data" = true WHERE "id" = (SELECT "id" FROM "organisation" ORDER BY "created_at", "id" LIMIT 1);
