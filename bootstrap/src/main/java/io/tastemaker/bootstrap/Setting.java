package io.tastemaker.bootstrap;

import io.tastemaker.adapters.ai.content.InferenceAnalyst;
import io.tastemaker.domain.content.Task;
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
    PUBLIC_URL(null, "origin that links in letters begin with, such as `https://app.example.com`; without it 127.0.0.1 and the port"),
    DATA_DIR("data", "directory of the embedded database, of uploaded files, of letters, of kept keys and of the kept catalogue"),
    DATABASE_URL(null, "JDBC URL of a PostgreSQL 15 or newer; without it an embedded one runs in the data directory"),
    DATABASE_OWNER_USER(null, "role that owns the tables and runs migrations; required with a URL"),
    DATABASE_OWNER_PASSWORD(null, "its password; required with a URL"),
    DATABASE_APP_USER(null, "role the program works with; owns nothing, cannot bypass row-level security; required with a URL"),
    DATABASE_APP_PASSWORD(null, "its password; required with a URL"),
    DATABASE_PLATFORM_USER(null, "role for work across teams (job queue, key lookup); required with a URL"),
    DATABASE_PLATFORM_PASSWORD(null, "its password; required with a URL"),
    DATABASE_POOL_SIZE("10", "connections of the working role, 2 to 200"),
    CURSOR_SECRET(null, "at least 32 characters; signs page cursors; equal on all nodes; without it one is made and kept in the data directory"),
    TOKEN_KEY(null, "at least 32 characters; signs access tokens; several comma-separated: the first signs, all are believed; "
            + "required with a database URL, else made and kept"),
    SECRET_KEY(null, "32 bytes in base64, as `openssl rand -base64 32` makes them; encrypts what must be read again; several "
            + "comma-separated: the first encrypts, all decrypt; required with a database URL, else made and kept"),
    OIDC_PROVIDERS(null, "names of OpenID Connect providers that people may sign in with, comma-separated, such as `google`; each with "
            + "`TASTEMAKER_OIDC_<NAME>_CLIENT_ID`, `_CLIENT_SECRET` and `_ISSUER`, which for `google` is known"),
    OIDC_REDIRECTS(null, "addresses that providers may send people back to besides `/oauth-callback/<provider>` of this program, "
            + "comma-separated, matched to the letter"),
    SMTP_HOST(null, "mail server; without one letters are files in the data directory, and `./run mail` shows them; they stand for the "
            + "mailboxes of others, so nothing removes them"),
    SMTP_PORT("587", "its port, 1 to 65535"),
    SMTP_TLS("starttls", "how the connection is protected: `starttls`, `implicit` (usually port 465) or `none`"),
    SMTP_USER(null, "who the program is there; with the password or not at all"),
    SMTP_PASSWORD(null, "its password"),
    SMTP_FROM(null, "sender of all letters, such as `Tastemaker <no-reply@example.com>`; required with a mail server"),
    TEAM_DELETION_DAYS("14", "how many days the owner of a team can take its deletion back, 0 to 90"),
    PLAN_OF_NEW_TEAMS("free", "key of the plan that new teams are on, such as `free`; `./run plan list` shows them"),
    STRIPE_SECRET_KEY(null, "secret key of a Stripe account; without one nothing is sold and everything else works"),
    STRIPE_WEBHOOK_SECRET(null, "signing secret of the webhook endpoint at Stripe; several comma-separated while one replaces another"),
    STRIPE_PRICE(null, "`STRIPE_PRICE_<PLAN>`, such as `STRIPE_PRICE_STANDARD`: id of the monthly price of a plan at Stripe; behind it, "
            + "comma-separated, those that were sold before; a plan without one is not sold"),
    STRIPE_TRIAL_DAYS("7", "days of a first subscription that are free, 0 to 365; once for each team and each owner"),
    STRIPE_SUCCESS_URL(null, "page that people are sent to after they paid; it is told the `order_id`; without it a page of this program"),
    STRIPE_CANCEL_URL(null, "page that people are sent to when they did not pay; likewise"),
    STRIPE_API_BASE(null, "address of another Stripe API, such as a stand-in for tests; without it Stripe's own"),
    ANALYSTS("rules", "who reads texts, in the order in which they are asked: `chat`, `inference` and `local`, comma-separated; the rules always "
            + "stand at the end, and `rules` alone asks nobody else"),
    BRIEFING("rules", "who understands what is said about a campaign: `rules`, which ask nobody, or `chat`, the model of `TASTEMAKER_CHAT_URL`, with "
            + "the rules behind it"),
    CHAT_URL(null, "address of an OpenAI-compatible API up to its version, such as `https://api.openai.com/v1`; required for the analyst `chat`"),
    CHAT_KEY(null, "its key"),
    CHAT_MODEL(null, "the model asked there; required for the analyst `chat`"),
    INFERENCE_URL(null, "address of an inference API of the Hugging Face kind, such as `https://router.huggingface.co/hf-inference/models`, or of a "
            + "server of one model; required for the analyst `inference`"),
    INFERENCE_KEY(null, "its key"),
    INFERENCE_SENTIMENT_MODEL(InferenceAnalyst.usualModel(Task.SENTIMENT), "the model asked there about moods; `none` for none"),
    INFERENCE_LANGUAGE_MODEL(InferenceAnalyst.usualModel(Task.LANGUAGE), "the model asked there about languages; `none` for none"),
    INFERENCE_CATEGORY_MODEL(InferenceAnalyst.usualModel(Task.CATEGORY), "the model asked there about categories; `none` for none"),
    MODELS_DIR(null, "directory of ONNX models with the folders `sentiment`, `language` and `category`, as docs/models.md says; required for the "
            + "analyst `local`"),
    DECODO_API_KEY(null, "key of the Decodo scraping API, where profiles are fetched; without one none are, and everything else works"),
    DECODO_API_BASE(null, "address of another API of the kind, such as a stand-in for tests; without it Decodo's own"),
    WEBHOOK_WORKERS("32", "events sent to webhook endpoints at once, 0 to 256; 0 leaves them to other nodes"),
    WEBHOOK_ALLOWED_ORIGINS(null, "origins that webhooks may be sent to though they are not HTTPS on the public internet, comma-separated, always "
            + "with the port, such as `http://10.0.0.7:8080`; for networks of one's own, and for tests"),
    JOB_WORKERS("1", "background jobs worked on at once, 0 to 64; 0 leaves them to other nodes"),
    JOB_LEASE_SECONDS("60", "after how long a job whose program gives no sign of life is taken over, 2 to 3600");

    private final Optional<String> byDefault;
    private final String meaning;

    Setting(String byDefault, String meaning) {
        this.byDefault = Optional.ofNullable(byDefault);
        this.meaning = meaning;
    }

    /** The environment variable. Those of Stripe and Decodo have the names that are usual for them. */
    String variable() {
        boolean isUsual = name().startsWith("STRIPE_") || name().startsWith("DECODO_");
        return this == STRIPE_PRICE ? name() + "_<PLAN>" : isUsual ? name() : "TASTEMAKER_" + name();
    }

    Optional<String> byDefault() {
        return byDefault;
    }

    String meaning() {
        return meaning;
    }
}
