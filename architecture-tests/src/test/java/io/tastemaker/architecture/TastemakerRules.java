package io.tastemaker.architecture;

import static io.tastemaker.architecture.House.dependencies;
import static io.tastemaker.architecture.House.target;
import static io.tastemaker.architecture.Layout.ADAPTERS;
import static io.tastemaker.architecture.Layout.APPLICATION;
import static io.tastemaker.architecture.Layout.BOOTSTRAP;
import static io.tastemaker.architecture.Layout.DOMAIN;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules that only make sense in this program: how it keeps jOOQ, and which library belongs where. */
enum TastemakerRules {

    /** The generated tables are the schema as a language: a repository that speaks of another context's tables bypasses its use cases. */
    ROWS_STAY_IN_THEIR_CONTEXT(TastemakerRules::rows),

    /** A vendor that lives in one adapter can be replaced there. A library that is not listed is not known to anybody: list it. */
    VENDORS_ARE_CONFINED(TastemakerRules::vendors),

    /** Who works across teams sees every team's rows: the way past row-level security is open to a short list only. */
    WORK_ACROSS_TEAMS_IS_LISTED(TastemakerRules::acrossTeams);

    private static final String PERSISTENCE = "persistence";

    /** Where the libraries live: their packages, then the layers or adapters that may use them. */
    private static final Map<String, Set<String>> VENDORS = Map.ofEntries(
            Map.entry("org.jooq", Set.of(PERSISTENCE)),
            Map.entry("com.zaxxer.hikari", Set.of(PERSISTENCE)),
            Map.entry("org.flywaydb", Set.of(PERSISTENCE)),
            Map.entry("org.postgresql", Set.of(PERSISTENCE)),
            Map.entry("io.zonky.test", Set.of(PERSISTENCE)),
            Map.entry("com.ibm.icu", Set.of(PERSISTENCE)),
            Map.entry("org.apache.commons.compress", Set.of(PERSISTENCE)),
            Map.entry("org.tukaani.xz", Set.of(PERSISTENCE)),
            Map.entry("com.github.benmanes.caffeine", Set.of(PERSISTENCE, "http")),
            Map.entry("org.apache.lucene", Set.of(PERSISTENCE)),
            Map.entry("io.javalin", Set.of("http")),
            Map.entry("jakarta.servlet", Set.of("http")),
            Map.entry("org.eclipse.jetty", Set.of("http")),
            Map.entry("io.github.bucket4j", Set.of("http")),
            Map.entry("io.micrometer", Set.of("http")),
            Map.entry("com.fasterxml.jackson", Set.of("http", PERSISTENCE, "integrations", "billing", "ai")),
            Map.entry("de.siegmar.fastcsv", Set.of("integrations")),
            Map.entry("org.bouncycastle", Set.of("integrations")),
            Map.entry("com.nimbusds", Set.of("integrations")),
            Map.entry("jakarta.mail", Set.of("integrations")),
            Map.entry("org.eclipse.angus", Set.of("integrations")),
            Map.entry("org.apache.hc", Set.of("integrations")),
            Map.entry("com.stripe", Set.of("billing")),
            Map.entry("io.github.resilience4j", Set.of("billing", "ai", "integrations")),
            Map.entry("com.github.pemistahl.lingua", Set.of("ai")),
            Map.entry("ai.onnxruntime", Set.of("ai")),
            Map.entry("ai.djl", Set.of("ai")),
            Map.entry("org.slf4j", Set.of(PERSISTENCE, "http", "integrations", "billing", "ai", BOOTSTRAP)),
            Map.entry("ch.qos.logback", Set.of(BOOTSTRAP)),
            Map.entry("net.logstash.logback", Set.of(BOOTSTRAP)),
            Map.entry("org.openjdk.jmh", Set.of("benchmarks")),
            Map.entry("com.tngtech.archunit", Set.of("architecture")));

    /** What every transaction writes: the frame of the adapter may touch the audit trail, whichever context is at work. */
    private static final Set<String> AUDIT_TRAIL = Set.of("AuditEntry", "AuditEntryRecord", "Tables");

    private static final Set<String> JDK = Set.of("java.", "javax.", "jdk.", "com.sun.");

    /**
     * Key and login lookup, the job queue and its sweepers, the outbox, the clearing of old idempotent calls, prices for all, payments, and
     * what is computed, fetched or forgotten by itself; events on their way out, and news of jobs and wallets that are told.
     */
    private static final Set<String> ACROSS_TEAMS = Set.of("JooqTeams", "JooqClosedTeams", "JooqPresentedKeys", "JooqMailedInvitations", "JooqDoorways", "JooqJobs", "JooqIdempotentCalls",
            "JooqOutbox",
            "JooqUsers", "JooqSessions", "JooqMailedTokens", "JooqThrottles", "JooqStandings", "JooqPersonalData", "JooqDataExports",
            "JooqFactors", "JooqChallenges", "JooqExternalIdentities", "JooqOauthFlows", "JooqSecretSamples",
            "JooqTariffs", "JooqAllWallets",
            "JooqAccounts", "JooqOrders", "JooqCoupons", "JooqTopUpPacks", "JooqInbox", "JooqReconciliations", "PlatformSteps",
            "JooqContentProfiles", "JooqSourceStates", "JooqExports", "JooqDeliveries", "JooqFeeds", "JooqJobNews", "JooqWalletNews",
                "JooqProposalAccesses", "JooqProposalInvitations", "JooqInvitations", "JooqResponseLinks");

    private final Check check;

    TastemakerRules(Check check) {
        this.check = check;
    }

    ArchRule of(HexagonRules program) {
        return program.rule(name(), check);
    }

    private static Stream<String> rows(House house) {
        String generated = house.layout().base() + "." + ADAPTERS + "." + PERSISTENCE + ".generated";
        if (house.main().stream().noneMatch(type -> type.getPackageName().startsWith(generated + "."))) {
            return Stream.of("no class in " + generated + "..: nothing was generated, or its package is mistyped");
        }
        return house.main().stream()
                .filter(type -> !type.getPackageName().startsWith(generated))
                .flatMap(type -> dependencies(type).filter(dependency -> strays(house, generated, type, target(dependency))))
                .map(Dependency::getDescription);
    }

    private static boolean strays(House house, String generated, JavaClass type, JavaClass row) {
        if (!row.getPackageName().startsWith(generated)) {
            return false;
        }
        Optional<Layout.Address> reader = house.address(type).filter(address -> address.part().equals(PERSISTENCE));
        String below = row.getPackageName().substring(generated.length());
        if (reader.isEmpty() || below.isEmpty()) {
            return reader.isEmpty();
        }
        String schema = below.split("\\.")[1];
        boolean audit = reader.get().context().equals("shared") && schema.equals("operations")
                && AUDIT_TRAIL.contains(House.topLevel(row).getSimpleName());
        return !schema.equals(reader.get().context()) && !audit;
    }

    private static Stream<String> vendors(House house) {
        return house.main().stream()
                .filter(type -> house.address(type).isPresent())
                .filter(type -> !house.isIn(type, DOMAIN) && !house.isIn(type, APPLICATION))
                .flatMap(type -> dependencies(type).filter(dependency -> !mayUse(house, type, target(dependency))))
                .map(Dependency::getDescription);
    }

    private static boolean mayUse(House house, JavaClass type, JavaClass library) {
        Layout.Address user = house.at(type);
        String place = user.in(ADAPTERS) ? user.part() : user.layer();
        return house.layout().owns(library)
                || JDK.stream().anyMatch(library.getName()::startsWith)
                || VENDORS.entrySet().stream()
                        .anyMatch(vendor -> library.getName().startsWith(vendor.getKey() + ".") && vendor.getValue().contains(place));
    }

    private static Stream<String> acrossTeams(House house) {
        String frame = house.layout().base() + "." + ADAPTERS + "." + PERSISTENCE + ".shared";
        if (house.main().stream().noneMatch(type -> type.getName().equals(frame + ".AcrossTeams"))) {
            return Stream.of("no class " + frame + ".AcrossTeams: the name is mistyped, and this rule guards nothing");
        }
        return house.in(ADAPTERS)
                .filter(type -> !type.getPackageName().equals(frame) && !ACROSS_TEAMS.contains(House.topLevel(type).getSimpleName()))
                .flatMap(House::dependencies)
                .filter(dependency -> Set.of(frame + ".AcrossTeams", frame + ".JooqPlatformTransactions").contains(target(dependency).getName()))
                .map(Dependency::getDescription);
    }
}
