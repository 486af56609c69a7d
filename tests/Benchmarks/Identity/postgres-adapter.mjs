// oidc-provider's storage on PostgreSQL, as its documentation describes it: one table of payloads, found by their ids and by what they belong to.
export async function createTables(pool) {
  await pool.query(`
    create table payload (
      kind text, id text, data jsonb not null, grant_id text, uid text, user_code text, expires_at timestamptz, consumed_at timestamptz,
      primary key (kind, id));
    create index on payload (grant_id) where grant_id is not null;
    create index on payload (kind, uid) where uid is not null;
    create index on payload (kind, user_code) where user_code is not null`);
}

export function adapterOn(pool) {
  return class PostgresAdapter {
    constructor(kind) {
      this.kind = kind;
    }

    async upsert(id, data, expiresIn) {
      await pool.query(
        `insert into payload (kind, id, data, grant_id, uid, user_code, expires_at) values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 second')
         on conflict (kind, id) do update set data = excluded.data, grant_id = excluded.grant_id, uid = excluded.uid,
           user_code = excluded.user_code, expires_at = excluded.expires_at`,
        [this.kind, id, data, data.grantId ?? null, data.uid ?? null, data.userCode ?? null, expiresIn ?? null],
      );
    }

    find(id) {
      return this.findBy('id', id);
    }

    findByUid(uid) {
      return this.findBy('uid', uid);
    }

    findByUserCode(code) {
      return this.findBy('user_code', code);
    }

    async findBy(column, value) {
      const { rows: [found] } = await pool.query(
        `select data, consumed_at from payload where kind = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`,
        [this.kind, value],
      );
      return found && { ...found.data, ...(found.consumed_at ? { consumed: Math.floor(found.consumed_at / 1000) } : undefined) };
    }

    async consume(id) {
      await pool.query('update payload set consumed_at = now() where kind = $1 and id = $2', [this.kind, id]);
    }

    async destroy(id) {
      await pool.query('delete from payload where kind = $1 and id = $2', [this.kind, id]);
    }

    async revokeByGrantId(grantId) {
      await pool.query('delete from payload where grant_id = $1', [grantId]);
    }
  };
}
