package io.tastemaker.bootstrap;

import java.util.Optional;

/**
 * Everything that can be set from outside, by environment variables. README lists the same table; a test compares the two.
 */
enum Setting {
    HTTP_HOST("127.0.0.1", "address the HTTP server listens on"),
    HTTP_PORT("8080", "port of the HTTP server, 0 to 65535; 0 takes a free one"),
    HTTP_UPLOAD_LIMIT_MB("1024", "largest file of an import in megabytes, 1 to 1048576"),
    RATE_READING("50,1200", "reading calls of a team per second and per minute, on each node; `1000000,1000000` for no limit"),
    RATE_WRITING("20,600", "writing calls of a team, likewise"),
    RATE_SEARCHING("20,600", "searches and matches of a team, likewise"),
    RATE_TRANSFERS("5,60", "uploads and exports of a team, likewise"),
    RATE_SIGN_IN("10,120", "sign-ups, sign-ins and the like from one source, likewise"),
    RATE_PUBLIC("20,600", "calls without a credential from one source, likewise"),
    RATE_REFUSED("20,120", "calls with a missing or wrong credential from one source, likewise"),
    TRUSTED_PROXIES(null, "networks of proxies, comma-separated, such as `10.0.0.0/8`; only their `X-Forwarded-For` or `Forwarded` is believed"),
    CORS_ORIGINS(null, "exact origins of web pages that may call from a browser, comma-separated, such as `https://app.example.com`"),
    HSTS("off", "`on` when a proxy speaks TLS with the callers: browsers are told to stay with it"),
    TLS_KEYSTORE(null, "PKCS #12 file with a key and its certificates; with it the server speaks TLS itself, and only that"),
    TLS_KEYSTORE_PASSWORD(null, "opens it"),
    DATA_DIR("data", "directory of the embedded database, of uploaded files and of the signing key"),
    DATABASE_URL(null, "JDBC URL of a PostgreSQL 15 or newer; without it an embedded one runs in the data directory"),
    DATABASE_OWNER_USER(null, "role that owns the tables and runs migrations; required with a URL"),
    DATABASE_OWNER_PASSWORD(null, "its password; required with a URL"),
    DATABASE_APP_USER(null, "role the program works with; owns nothing, cannot bypass row-level security; required with a URL"),
    DATABASE_APP_PASSWORD(null, "its password; required with a URL"),
    DATABASE_PLATFORM_USER(null, "role for work across teams (job queue, key lookup); required with a URL"),
    DATABASE_PLATFORM_PASSWORD(null, "its password; required with a URL"),
    DATABASE_POOL_SIZE("10", "connections of the working role, 2 to 200"),
    CURSOR_SECRET(null, "at least 32 characters; signs page cursors; equal on all nodes; without it one is made and kept in the data directory"),
    JOB_WORKERS("1", "background jobs worked on at once, 0 to 64; 0 leaves them to other nodes"),
    JOB_LEASE_SECONDS("60", "after how long a job whose program gives no sign of life is taken over, 2 to 3600");

    private final Optional<String> byDefault;
    private final String meaning;

    Setting(String byDefault, String meaning) {
        this.byDefault = Optional.ofNullable(byDefault);
        this.meaning = meaning;
    }

    /** The environment variable. */
    String variable() {
        return "TASTEMAKER_" + name();
    }

    Optional<String> byDefault() {
        return byDefault;
    }

    String meaning() {
        return meaning;
    }
}
