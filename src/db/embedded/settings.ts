/** The superuser of the embedded database: owns the register's tables; used for migrations only. */
export const ownerRole = 'sourcing_owner';

/** The embedded register's database. */
export const registerDatabase = 'sourcing';

/** The port is only part of the socket's name: nothing listens on the network. */
export const socketPort = 5432;

/** How long the database goes on running after its last client has gone. */
export const stopAfterMs = 10_000;

/** Application name of the process that stops the database. */
export const supervisorName = 'sourcing-supervisor';

/**
 * Keys of the session locks every process agrees on (two numbers: ours and which).
 * `presence` is held, shared, by each process that uses the database and taken alone by the supervisor that is about to stop it;
 * `supervisor` is held by the one supervisor.
 */
export const advisoryLocks = { presence: '(20417, 1)', supervisor: '(20417, 2)' } as const;

/**
 * Settings for a machine of two cores and a few gigabytes that it doesn't have for itself.
 * They stand on the command line, not in the data folder, so that a newer program brings its own.
 */
export const clusterSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  cluster_name: 'sourcing',
  max_connections: '80',
  shared_buffers: '512MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  // Bulk loading: fewer checkpoints, and no log for standbys that don't exist.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  // The data may lie on a disk that loses power. An acknowledged write is on it.
  fsync: 'on',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  // Compiling a query costs more than these short queries take.
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  // A container gives shared memory 64 MB; a parallel hash join may want more, everything else does with less.
  enable_parallel_hash: 'off',
  // A query whose client is gone ends instead of keeping the database alive.
  client_connection_check_interval: '2s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};
