package io.tastemaker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules over the modules of this program, read from the folders into which they were compiled, tests included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModulesTest {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));

    /** Where the classes of each module stand; the same names go into the rules. */
    private static final Map<String, String> PACKAGES = Map.of(
            "domain", Layout.DOMAIN,
            "application", Layout.APPLICATION,
            "adapters-persistence", Layout.ADAPTERS + "." + Adapter.PERSISTENCE,
            "adapters-http", Layout.ADAPTERS + "." + Adapter.HTTP,
            "adapters-integrations", Layout.ADAPTERS + "." + Adapter.INTEGRATIONS,
            "adapters-billing", Layout.ADAPTERS + "." + Adapter.BILLING,
            "adapters-ai", Layout.ADAPTERS + "." + Adapter.AI,
            "bootstrap", Layout.BOOTSTRAP,
            "architecture-tests", Outside.ARCHITECTURE,
            "benchmarks", Outside.BENCHMARKS);

    /** Modules that are waiting for their first issue. */
    private static final List<String> EMPTY = List.of();

    private static final String COUNTS = "counts what passes by while a list is read once, on one thread, and is part of no value";

    private static final ContextMap MAP = ContextMap.kernel("shared", "access", "entitlements")
            .uses("matching", "creators", "content", "wallets")
            .uses("content", "creators", "wallets")
            .uses("campaigns", "creators", "matching", "wallets", "identity", "operations")
            .uses("wallets", "creators", "identity")
            .uses("billing", "identity", "wallets")
            .uses("operations", "identity")
            .uses("briefing", "campaigns", "matching", "wallets")
            .uses("outreach", "campaigns", "creators", "wallets", "identity", "operations")
            .uses("measurement", "campaigns", "creators", "content", "matching")
            .uses("lists", "creators", "matching", "wallets", "operations", "identity")
            .uses("exports", "creators", "content", "campaigns", "matching", "lists", "wallets", "operations")
            .uses("proposals", "campaigns", "creators", "identity", "outreach")
            .uses("webhooks", "identity", "operations", "wallets")
            .uses("activations", "campaigns")
            .planned("activations");

    private static final HexagonRules RULES = HexagonRules.of("io.tastemaker")
            .adapters(Adapter.PERSISTENCE, Adapter.HTTP, Adapter.INTEGRATIONS, Adapter.BILLING, Adapter.AI)
            .outside(Outside.ARCHITECTURE, Outside.BENCHMARKS)
            .contextMap(MAP)
            .except(
                    Rule.DOMAIN_TYPES_ARE_CLOSED,
                    "io.tastemaker.domain.matching.Columns",
                    "is walked by whoever keeps columns, in files or elsewhere, which the domain does not know")
            .except(
                    Rule.ADAPTERS_ARE_WIRED_IN_BOOTSTRAP,
                    "io.tastemaker.adapters.persistence.matching.JooqCatalogues",
                    "hands out the texts of the state it has just read, which nobody can wire before")
            .except(
                    Rule.PORTS_HAVE_CONTRACTS,
                    "io.tastemaker.application.operations.out.HealthProbe",
                    "each probe looks at another part; the one question has as many answers as parts")
            .except(
                    Rule.PORTS_HAVE_CONTRACTS,
                    "io.tastemaker.application.operations.out.Meter",
                    "each meter reads another part; the one question has as many answers as parts")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.creators.ImportCreators",
                    "queues its job in the transaction that records the import, which no use case of another context can join")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.creators.ShowCreatorImport",
                    "reads the import and its job on one state of the store")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.identity.ExportPersonalData",
                    "queues its job in a transaction of the personal team, which no use case of another context works for")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.identity.PurgeTeams",
                    "removes the files of a team that nobody works for any more, past use cases that ask who does")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.content.ImportPosts",
                    "keeps its file and queues its job in the transaction that records the import, which no use case of another context can join")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.content.ShowPostImport",
                    "reads the import and its job on one state of the store")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.content.StartAnalysis",
                    "queues its job in the transaction that records what it reads, which no use case of another context can join")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.content.ShowAnalysis",
                    "reads the analysis and its job on one state of the store")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.content.ListAnalyses",
                    "reads the analyses and their jobs on one state of the store")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.content.FetchCreator",
                    "queues its job in the transaction that its audit entry names, which no use case of another context can join")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.content.FetchDueCreators",
                    "asks the queue, which all nodes share, whose turn this round is; nobody but the program may do so, and nothing is queued")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.exports.StartExport",
                    "queues its job in the transaction that records what it writes, which no use case of another context can join")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.exports.RemoveExport",
                    "stops the job in the transaction that removes what it writes, which no use case of another context can join")
            .except(
                    Rule.USE_CASES_KNOW_PORTS_AND_USE_CASES,
                    "io.tastemaker.application.briefing.MakeCampaign",
                    "makes the campaign in the transaction that closes the conversation, so that there are never two, which no use case of another "
                            + "context can join")
            .except(
                    Rule.PORTS_HAVE_CONTRACTS,
                    "io.tastemaker.application.shared.out.PlatformTransactions",
                    "adds nothing to Transactions but a name for who may see the rows of people; their contract holds")
            .except(
                    Rule.FINDERS_NEVER_RETURN_NULL,
                    "io.tastemaker.application.billing.out.Accounts",
                    "every team has an account: one that never bought anything has one of version 0")
            .except(
                    Rule.ADAPTERS_ARE_WIRED_IN_BOOTSTRAP,
                    "io.tastemaker.adapters.persistence.shared.JooqTransactions",
                    "calls the constructor of what both kinds of transactions have in common")
            .except(
                    Rule.ADAPTERS_ARE_WIRED_IN_BOOTSTRAP,
                    "io.tastemaker.adapters.persistence.shared.JooqPlatformTransactions",
                    "calls the constructor of what both kinds of transactions have in common")
            .except(
                    Rule.SANE_HABITS,
                    "io.tastemaker.adapters.integrations.operations.SmtpTransport",
                    "the mail library takes the date of a letter as java.util.Date")
            .except(
                    Rule.DOMAIN_IS_PLAIN_JAVA,
                    "io.tastemaker.domain.identity.TotpSecret",
                    "percent-encodes the address that authenticators read: text in, text out")
            .except(
                    Rule.DOMAIN_IS_PLAIN_JAVA,
                    "io.tastemaker.domain.operations.AuditEntry",
                    "gathers the bytes that are hashed in memory")
            .except(
                    Rule.DOMAIN_TYPES_ARE_CLOSED,
                    "io.tastemaker.domain.shared.Coded",
                    "vocabularies of the application have codes too")
            .except(
                    Rule.DOMAIN_TYPES_ARE_CLOSED,
                    "io.tastemaker.domain.operations.AuditVerdict$Entries",
                    "is how the entries of a log are handed in, page by page")
            .except(
                    Rule.DOMAIN_TYPES_ARE_CLOSED,
                    "io.tastemaker.domain.wallets.LedgerVerdict$Entries",
                    "is how the entries of a ledger are handed in, page by page")
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.wallets.Draft", "is the working copy of one decision")
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.wallets.LedgerReplay", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.creators.ColumnProfile", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.creators.CreatorListSurvey", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.creators.RowReader", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.content.BasisTally", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.content.CaptionTally", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.content.CategoryTally", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.content.MoodTally", COUNTS)
            .except(Rule.DOMAIN_TYPES_ARE_CLOSED, "io.tastemaker.domain.content.Numbers", COUNTS);

    private JavaClasses classes;

    @BeforeAll
    void read() {
        List<Path> compiled = PACKAGES.keySet().stream()
                .flatMap(module -> Stream.of(ROOT.resolve(module + "/target/classes"), ROOT.resolve(module + "/target/test-classes")))
                .filter(folder -> !folder.startsWith(ROOT.resolve("architecture-tests/target/test-classes")))
                .filter(Files::exists)
                .toList();
        classes = new ClassFileImporter().importPaths(compiled);
    }

    @Test
    void every_module_of_the_build_is_looked_at() throws IOException {
        List<String> modules = Pattern.compile("<module>(.+?)</module>").matcher(Files.readString(ROOT.resolve("pom.xml"))).results()
                .map(found -> found.group(1)).toList();

        assertThat(PACKAGES.keySet()).containsExactlyInAnyOrderElementsOf(modules);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void the_classes_of_each_module_are_in_its_package(String module) {
        List<String> packages = classes.stream()
                .filter(type -> cameFrom(type, module + "/target/classes/"))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .distinct()
                .toList();
        String own = "io.tastemaker." + PACKAGES.get(module);

        assertThat(packages.isEmpty()).as("%s holds no class", module).isEqualTo(EMPTY.contains(module));
        assertThat(packages).allSatisfy(name -> assertThat(name + ".").startsWith(own + "."));
    }

    @ParameterizedTest
    @EnumSource
    void the_modules_keep(Rule rule) {
        assertThat(faults(RULES.rule(rule))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_modules_keep_our_own(TastemakerRules rule) {
        assertThat(faults(rule.of(RULES))).isEmpty();
    }

    private static Stream<String> modules() {
        return PACKAGES.keySet().stream().sorted();
    }

    private List<String> faults(ArchRule rule) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    private static boolean cameFrom(JavaClass type, String folder) {
        return type.getSource().orElseThrow().getUri().getPath().startsWith(ROOT.resolve(folder).toUri().getPath());
    }

    /** The adapters, named once for the import and for the rules. */
    private static final class Adapter {
        static final String PERSISTENCE = "persistence";
        static final String HTTP = "http";
        static final String INTEGRATIONS = "integrations";
        static final String BILLING = "billing";
        static final String AI = "ai";
    }

    /** What lies outside the hexagon and may see all of it. */
    private static final class Outside {
        static final String ARCHITECTURE = "architecture";
        static final String BENCHMARKS = "benchmarks";
    }
}
