import { json } from '@sveltejs/kit';

/** The process answers; says nothing of the database. */
export const GET = () => json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
