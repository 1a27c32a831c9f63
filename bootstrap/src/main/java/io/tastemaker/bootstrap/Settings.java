package io.tastemaker.bootstrap;

import io.tastemaker.adapters.ai.shared.Endpoint;
import io.tastemaker.adapters.billing.billing.StripeSettings;
import io.tastemaker.adapters.http.shared.Origins;
import io.tastemaker.adapters.http.shared.Protection;
import io.tastemaker.adapters.http.shared.Rate;
import io.tastemaker.adapters.http.shared.RateClass;
import io.tastemaker.adapters.http.shared.RateLimits;
import io.tastemaker.adapters.http.shared.Tls;
import io.tastemaker.adapters.http.shared.TrustedProxies;
import io.tastemaker.adapters.integrations.content.DecodoSettings;
import io.tastemaker.adapters.integrations.identity.OpenIdProvider;
import io.tastemaker.adapters.integrations.operations.SmtpSettings;
import io.tastemaker.domain.content.Task;
import io.tastemaker.domain.entitlements.PlanId;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The program's settings, read once at the start.
 *
 * @param httpHost where to listen
 * @param httpPort 0 to 65535
 * @param uploadLimit largest import file in bytes
 * @param protection how the HTTP server protects itself
 * @param dataDirectory where everything on disk lives
 * @param database an outside PostgreSQL, empty for the embedded one
 * @param poolSize connections of the working role
 * @param cursorSecret signs page cursors, empty to make one
 * @param tokenKeys sign access tokens, empty to make one
 * @param secretKeys encrypt what must be read again, empty to make one
 * @param publicUrl what links in letters begin with, empty for the local address
 * @param providers whom people may sign in with
 * @param redirects where providers may send people back to, besides this program's own page
 * @param smtp the mail server, empty for a folder of letters
 * @param teamDeletion how long the deletion of a team can be taken back
 * @param billing what is known of selling
 * @param content who reads texts, and where profiles are fetched
 * @param webhooks how events are sent to systems outside
 * @param planOfNewTeams the key of the plan that new teams are on
 * @param jobWorkers background jobs worked on at once
 * @param jobLease after how long a job whose program gives no sign of life is taken over
 */
record Settings(
        String httpHost,
        int httpPort,
        long uploadLimit,
        Protection protection,
        Path dataDirectory,
        Optional<Database> database,
        int poolSize,
        Optional<Secret> cursorSecret,
        List<Secret> tokenKeys,
        List<Secret> secretKeys,
        Optional<String> publicUrl,
        List<OpenIdProvider> providers,
        Set<URI> redirects,
        Optional<SmtpSettings> smtp,
        Duration teamDeletion,
        BillingSettings billing,
        ContentSettings content,
        WebhookSettings webhooks,
        String planOfNewTeams,
        int jobWorkers,
        Duration jobLease) {

    /** A PostgreSQL that somebody else runs, with the three roles this program needs there. */
    record Database(String url, Login owner, Login app, Login platform) {}

    /** A role's name and password; never printed. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user + ":…";
        }
    }

    /** Reads the settings; names every fault at once. */
    static Settings from(Map<String, String> environment) {
        return new Reader(environment).read();
    }

    /** The same settings with another data directory, port and an embedded database: a store of one's own beside the user's. */
    Settings forScratch(Path directory) {
        return new Settings(httpHost, 0, uploadLimit, protection, directory, Optional.empty(), poolSize, Optional.empty(), List.of(), List.of(),
                Optional.empty(), List.of(), Set.of(), Optional.empty(), teamDeletion, BillingSettings.NONE, ContentSettings.RULES, webhooks, planOfNewTeams,
                jobWorkers, jobLease);
    }

    /** Where letters are kept that go to no mail server. */
    Path mailDirectory() {
        return dataDirectory.resolve("mail");
    }

    /** Where anchors of the ledgers are written. */
    Path anchorDirectory() {
        return dataDirectory.resolve("anchors");
    }

    /** Settings that cannot be used, with every reason. */
    static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Faulty(List<String> faults) {
            super("The settings have " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:") + "\n  - "
                    + String.join("\n  - ", faults));
        }
    }

    private static final class Reader {
        private static final Duration SMTP_PATIENCE = Duration.ofSeconds(10);

        private final Map<Setting, String> given = new EnumMap<>(Setting.class);
        private final List<String> faults = new ArrayList<>();
        private final ProviderSettings providers;
        private final Map<String, List<String>> prices;

        Reader(Map<String, String> environment) {
            for (Setting setting : Setting.values()) {
                Optional.ofNullable(environment.get(setting.variable())).filter(value -> !value.isBlank())
                        .or(setting::byDefault).ifPresent(value -> given.put(setting, value));
            }
            prices = BillingSettings.prices(environment);
            providers = new ProviderSettings(environment, parsed(Setting.OIDC_PROVIDERS, Reader::list, List.of()));
            environment.keySet().stream().filter(name -> name.startsWith("TASTEMAKER_") && !providers.has(name))
                    .filter(name -> Arrays.stream(Setting.values()).noneMatch(known -> known.variable().equals(name)))
                    .sorted().forEach(name -> faults.add(name + " is not a setting; './run help' lists them"));
        }

        Settings read() {
            Settings settings = new Settings(
                    given.get(Setting.HTTP_HOST),
                    number(Setting.HTTP_PORT, 0, 65_535),
                    number(Setting.HTTP_UPLOAD_LIMIT_MB, 1, 1_048_576) * 1_048_576L,
                    protection(),
                    path(Setting.DATA_DIR),
                    database(),
                    number(Setting.DATABASE_POOL_SIZE, 2, 200),
                    secret(Setting.CURSOR_SECRET),
                    keys(Setting.TOKEN_KEY, Secret::signing),
                    keys(Setting.SECRET_KEY, Secret::encrypting),
                    parsed(Setting.PUBLIC_URL, text -> Optional.of(origin(text)), Optional.empty()),
                    providers.read(faults),
                    parsed(Setting.OIDC_REDIRECTS, text -> list(text).stream().map(Reader::redirect).collect(Collectors.toSet()), Set.of()),
                    smtp(),
                    Duration.ofDays(number(Setting.TEAM_DELETION_DAYS, 0, 90)),
                    billing(),
                    content(),
                    new WebhookSettings(number(Setting.WEBHOOK_WORKERS, 0, 256), parsed(Setting.WEBHOOK_ALLOWED_ORIGINS,
                            text -> list(text).stream().map(Reader::originWithPort).collect(Collectors.toSet()), Set.of())),
                    parsed(Setting.PLAN_OF_NEW_TEAMS, text -> new PlanId(text.strip(), 1).key(), "free"),
                    number(Setting.JOB_WORKERS, 0, 64),
                    Duration.ofSeconds(number(Setting.JOB_LEASE_SECONDS, 2, 3_600)));
            if (!faults.isEmpty()) {
                throw new Faulty(faults.stream().distinct().toList());
            }
            return settings;
        }

        private BillingSettings billing() {
            List<String> secrets = parsed(Setting.STRIPE_WEBHOOK_SECRET, Reader::list, List.of());
            Optional<URI> base = parsed(Setting.STRIPE_API_BASE, text -> Optional.of(URI.create(origin(text))), Optional.empty());
            Optional<StripeSettings> stripe = parsed(Setting.STRIPE_SECRET_KEY,
                    key -> Optional.of(new StripeSettings(key.strip(), base, prices, secrets)), Optional.empty());
            if (!given.containsKey(Setting.STRIPE_SECRET_KEY) && !(secrets.isEmpty() && prices.isEmpty())) {
                faults.add(Setting.STRIPE_SECRET_KEY.variable() + " is missing, and a price or a webhook secret is given");
            }
            return new BillingSettings(stripe, number(Setting.STRIPE_TRIAL_DAYS, 0, 365), page(Setting.STRIPE_SUCCESS_URL),
                    page(Setting.STRIPE_CANCEL_URL));
        }

        private ContentSettings content() {
            List<ContentSettings.Kind> analysts = parsed(Setting.ANALYSTS, Reader::analysts, List.of());
            Optional<Endpoint> chat = endpoint(Setting.CHAT_URL, Setting.CHAT_KEY, Setting.CHAT_MODEL);
            Map<Task, Endpoint> inference = new EnumMap<>(Task.class);
            Map.of(Task.SENTIMENT, Setting.INFERENCE_SENTIMENT_MODEL, Task.LANGUAGE, Setting.INFERENCE_LANGUAGE_MODEL,
                    Task.CATEGORY, Setting.INFERENCE_CATEGORY_MODEL).forEach((task, model) ->
                    endpoint(Setting.INFERENCE_URL, Setting.INFERENCE_KEY, model).ifPresent(endpoint -> inference.put(task, endpoint)));
            Optional<Path> models = parsed(Setting.MODELS_DIR, text -> Optional.of(path(Setting.MODELS_DIR)), Optional.empty());
            require(analysts, ContentSettings.Kind.CHAT, Setting.CHAT_URL, Setting.CHAT_MODEL);
            require(analysts, ContentSettings.Kind.INFERENCE, Setting.INFERENCE_URL);
            require(analysts, ContentSettings.Kind.LOCAL, Setting.MODELS_DIR);
            if (analysts.contains(ContentSettings.Kind.INFERENCE) && given.containsKey(Setting.INFERENCE_URL) && inference.isEmpty()) {
                faults.add(Setting.ANALYSTS.variable() + ": inference needs a model for one task at least");
            }
            Optional<URI> base = parsed(Setting.DECODO_API_BASE, text -> Optional.of(address(text)), Optional.empty());
            boolean byModel = parsed(Setting.BRIEFING, Reader::byModel, false);
            if (byModel) {
                List.of(Setting.CHAT_URL, Setting.CHAT_MODEL).stream().filter(setting -> !given.containsKey(setting)).forEach(setting ->
                        faults.add(setting.variable() + " is required where a model understands briefs"));
            }
            return new ContentSettings(analysts, chat, inference, models,
                    parsed(Setting.DECODO_API_KEY, key -> Optional.of(new DecodoSettings(key, base)), Optional.empty()),
                    chat.filter(any -> byModel));
        }

        private static boolean byModel(String text) {
            return switch (text.strip()) {
                case "rules" -> false;
                case "chat" -> true;
                default -> throw new IllegalArgumentException("must be rules or chat");
            };
        }

        private static List<ContentSettings.Kind> analysts(String text) {
            List<String> names = list(text);
            List<String> models = names.stream().filter(name -> !name.equals("rules")).toList();
            boolean rulesComeLast = names.indexOf("rules") < 0 || names.indexOf("rules") == names.size() - 1;
            if (!rulesComeLast || models.stream().distinct().count() < models.size()
                    || !List.of("chat", "inference", "local").containsAll(models)) {
                throw new IllegalArgumentException("must be some of chat, inference and local, each once, with commas; rules may stand at the end");
            }
            return models.stream().map(name -> ContentSettings.Kind.valueOf(name.toUpperCase(Locale.ROOT))).toList();
        }

        /** Empty without an address or a model; a model may be left out by the name {@code none}, where there are several. */
        private Optional<Endpoint> endpoint(Setting url, Setting key, Setting model) {
            Optional<String> name = Optional.ofNullable(given.get(model)).map(String::strip)
                    .filter(text -> model == Setting.CHAT_MODEL || !text.equals("none"));
            return parsed(url, text -> name.map(wanted ->
                    new Endpoint(address(text), Optional.ofNullable(given.get(key)).map(String::strip), wanted)), Optional.empty());
        }

        /** What is wrong with an address is said without it: there may be a key in it. */
        private static URI address(String text) {
            try {
                return URI.create(text.strip());
            } catch (IllegalArgumentException noAddress) {
                throw new IllegalArgumentException("must be an address such as https://api.example.com/v1", noAddress);
            }
        }

        private void require(List<ContentSettings.Kind> analysts, ContentSettings.Kind kind, Setting... settings) {
            if (analysts.contains(kind)) {
                Arrays.stream(settings).filter(setting -> !given.containsKey(setting)).forEach(setting -> faults.add(setting.variable()
                        + " is required for the analyst " + kind.name().toLowerCase(Locale.ROOT)));
            }
        }

        private Optional<URI> page(Setting setting) {
            return parsed(setting, text -> {
                URI page = URI.create(text.strip());
                if (page.getHost() == null || !Set.of("http", "https").contains(page.getScheme()) || page.getUserInfo() != null) {
                    throw new IllegalArgumentException("must be an address such as https://app.example.com/done");
                }
                return Optional.of(page);
            }, Optional.empty());
        }

        private Protection protection() {
            Map<RateClass, Rate> rates = new EnumMap<>(RateClass.class);
            for (RateClass kind : RateClass.values()) {
                rates.put(kind, parsed(Setting.valueOf("RATE_" + kind), Rate::of, kind.usual()));
            }
            return new Protection(
                    RateLimits.of(rates),
                    parsed(Setting.TRUSTED_PROXIES, text -> TrustedProxies.of(list(text)), TrustedProxies.NONE),
                    parsed(Setting.CORS_ORIGINS, text -> Origins.of(list(text)), Origins.NONE),
                    parsed(Setting.HSTS, Reader::isOn, false),
                    tls());
        }

        private Optional<Tls> tls() {
            Optional<String> password = Optional.ofNullable(given.get(Setting.TLS_KEYSTORE_PASSWORD));
            if (given.containsKey(Setting.TLS_KEYSTORE) != password.isPresent()) {
                faults.add(Setting.TLS_KEYSTORE.variable() + " and " + Setting.TLS_KEYSTORE_PASSWORD.variable() + " are given together or not at all");
                return Optional.empty();
            }
            return parsed(Setting.TLS_KEYSTORE, file -> Optional.of(new Tls(Path.of(file), password.orElseThrow())), Optional.empty());
        }

        private static boolean isOn(String text) {
            return switch (text.strip()) {
                case "on" -> true;
                case "off" -> false;
                default -> throw new IllegalArgumentException("must be on or off");
            };
        }

        private static List<String> list(String text) {
            return List.of(text.strip().split("\\s*,\\s*"));
        }

        private <T> T parsed(Setting setting, Function<String, T> parse, T otherwise) {
            try {
                return Optional.ofNullable(given.get(setting)).map(parse).orElse(otherwise);
            } catch (IllegalArgumentException fault) {
                faults.add(setting.variable() + ": " + fault.getMessage());
                return otherwise;
            }
        }

        private int number(Setting setting, int least, int most) {
            try {
                int value = Integer.parseInt(given.get(setting).strip());
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException noNumber) {
                // answered below, together with numbers out of range
            }
            faults.add(setting.variable() + " must be a whole number from " + least + " to " + most);
            return least;
        }

        private Path path(Setting setting) {
            try {
                // The start script says where the program lives; its data stay there, from wherever it is called.
                Path home = Path.of(System.getProperty("tastemaker.home", ""));
                String value = given.get(setting);
                boolean byDefault = setting.byDefault().equals(Optional.of(value));
                return (byDefault ? home.resolve(value) : Path.of(value)).toAbsolutePath().normalize();
            } catch (InvalidPathException noPath) {
                faults.add(setting.variable() + " is no path: " + noPath.getReason());
                return Path.of("");
            }
        }

        private Optional<Secret> secret(Setting setting) {
            Optional<String> value = Optional.ofNullable(given.get(setting));
            if (value.isPresent() && value.get().length() < 32) {
                faults.add(setting.variable() + " must have at least 32 characters");
            }
            return value.map(Secret::new);
        }

        /** Several nodes share the keys, so that one who brings a database brings them too; a single program makes its own. */
        private List<Secret> keys(Setting setting, Function<String, Secret> parse) {
            if (!given.containsKey(setting) && given.containsKey(Setting.DATABASE_URL)) {
                faults.add(setting.variable() + " is required with " + Setting.DATABASE_URL.variable());
            }
            return parsed(setting, text -> list(text).stream().map(parse).toList(), List.of());
        }

        private static String origin(String text) {
            URI uri = URI.create(text.strip());
            if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())
                    || !text.strip().equals(uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()))) {
                throw new IllegalArgumentException("must be an origin such as https://app.example.com, without a path");
            }
            return text.strip();
        }

        private static String originWithPort(String text) {
            String origin = origin(text);
            if (URI.create(origin).getPort() < 0) {
                throw new IllegalArgumentException("must be origins with their ports, such as http://10.0.0.7:8080");
            }
            return origin.toLowerCase(Locale.ROOT);
        }

        private static URI redirect(String text) {
            if (!OpenIdProvider.isTrustworthy(text)) {
                throw new IllegalArgumentException("must be https addresses without query or fragment");
            }
            return URI.create(text);
        }

        private Optional<SmtpSettings> smtp() {
            Optional<String> host = Optional.ofNullable(given.get(Setting.SMTP_HOST));
            int port = number(Setting.SMTP_PORT, 1, 65_535);
            SmtpSettings.Tls tls = parsed(Setting.SMTP_TLS, Reader::tls, SmtpSettings.Tls.STARTTLS);
            if (host.isEmpty()) {
                List.of(Setting.SMTP_USER, Setting.SMTP_PASSWORD, Setting.SMTP_FROM).stream().filter(given::containsKey)
                        .forEach(setting -> faults.add(setting.variable() + " is given, but " + Setting.SMTP_HOST.variable() + " is not"));
                return Optional.empty();
            }
            Optional<String> user = Optional.ofNullable(given.get(Setting.SMTP_USER));
            Optional<String> password = Optional.ofNullable(given.get(Setting.SMTP_PASSWORD));
            if (user.isPresent() != password.isPresent()) {
                faults.add(Setting.SMTP_USER.variable() + " and " + Setting.SMTP_PASSWORD.variable()
                        + " are given together or not at all");
            }
            if (!given.containsKey(Setting.SMTP_FROM)) {
                faults.add(Setting.SMTP_FROM.variable() + " is required with " + Setting.SMTP_HOST.variable());
            }
            Optional<SmtpSettings.Login> login =
                    user.flatMap(name -> password.map(word -> new SmtpSettings.Login(name, word)));
            return parsed(Setting.SMTP_FROM,
                    from -> Optional.of(new SmtpSettings(host.get(), port, login, tls, from, SMTP_PATIENCE)), Optional.empty());
        }

        private static SmtpSettings.Tls tls(String text) {
            return Arrays.stream(SmtpSettings.Tls.values()).filter(tls -> tls.code().equals(text.strip())).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("must be starttls, implicit or none"));
        }

        private Optional<Database> database() {
            Optional<String> url = Optional.ofNullable(given.get(Setting.DATABASE_URL));
            if (url.isEmpty()) {
                List.of(Setting.DATABASE_OWNER_USER, Setting.DATABASE_OWNER_PASSWORD, Setting.DATABASE_APP_USER,
                                Setting.DATABASE_APP_PASSWORD, Setting.DATABASE_PLATFORM_USER, Setting.DATABASE_PLATFORM_PASSWORD)
                        .stream().filter(given::containsKey)
                        .forEach(setting -> faults.add(setting.variable() + " is given, but " + Setting.DATABASE_URL.variable() + " is not"));
                return Optional.empty();
            }
            if (!url.get().startsWith("jdbc:postgresql://")) {
                faults.add(Setting.DATABASE_URL.variable() + " must begin with jdbc:postgresql://");
            }
            Login owner = login(Setting.DATABASE_OWNER_USER, Setting.DATABASE_OWNER_PASSWORD);
            Login app = login(Setting.DATABASE_APP_USER, Setting.DATABASE_APP_PASSWORD);
            Login platform = login(Setting.DATABASE_PLATFORM_USER, Setting.DATABASE_PLATFORM_PASSWORD);
            return Optional.of(new Database(url.get(), owner, app, platform));
        }

        private Login login(Setting user, Setting password) {
            for (Setting setting : List.of(user, password)) {
                if (!given.containsKey(setting)) {
                    faults.add(setting.variable() + " is required with " + Setting.DATABASE_URL.variable());
                }
            }
            return new Login(given.getOrDefault(user, ""), given.getOrDefault(password, ""));
        }
    }
}
