import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of the tables: migrates an empty PostgreSQL and reads its catalogue.
 * The build runs this file as it is, before it compiles: {@code java GenerateTables.java <module folder> <target folder>}.
 * Nothing happens when neither the migrations nor this file nor jOOQ changed since the last time.
 */
class GenerateTables {

    private static final String PACKAGE = "io.tastemaker.adapters.persistence.generated";
    private static final List<String> SCHEMAS = List.of("identity", "creators", "matching", "campaigns", "wallets", "billing", "operations");

    public static void main(String[] arguments) throws Exception {
        Path module = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path migrations = module.resolve("src/main/resources/db/migration");
        String fingerprint = fingerprint(migrations, module.resolve("src/codegen/java"));
        Path stamp = target.resolve("fingerprint.txt");
        if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("filesystem:" + migrations)
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(url, target));
        }
        Files.writeString(stamp, fingerprint);
    }

    private static Configuration configuration(String url, Path target) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url).withUser("postgres").withPassword(""))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withSchemata(SCHEMAS.stream().map(schema -> new SchemaMappingType().withInputSchema(schema)).toList())
                                .withExcludes(".*\\.changed_xid") // of a type that jOOQ does not know; only triggers write it
                                .withIncludeExcludeColumns(true)
                                .withIncludeIndexes(false)
                                .withIncludeRoutines(false)
                                .withIncludeTriggerRoutines(false)
                                .withForcedTypes(FORCED_TYPES))
                        .withGenerate(new Generate()
                                .withDaos(false)
                                .withPojos(false)
                                .withRecords(false)
                                .withGeneratedAnnotation(false)
                                .withJavadoc(false)
                                .withGlobalCatalogReferences(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString()).withClean(true)));
    }

    private static final List<ForcedType> FORCED_TYPES = List.of(
            new ForcedType().withName("INSTANT").withIncludeTypes("timestamp with time zone|timestamptz"),
            id("TeamId", ".*\\.team_id|.*\\.creator_team_id|.*\\.home_team_id"),
            id("UserId", ".*\\.user_id"),
            id("SessionId", ".*\\.session_id"),
            id("FactorId", ".*\\.factor_id"),
            id("ChallengeId", ".*\\.challenge_id"),
            id("ExternalIdentityId", ".*\\.identity_id"),
            id("CreatorId", "creators\\.creator\\.id|.*\\.creator_id"),
            id("CampaignId", "campaigns\\.campaign\\.id|.*\\.campaign_id"),
            id("JobId", "operations\\.job\\.id|.*\\.job_id"),
            id("ApiKeyId", "identity\\.api_key\\.id"),
            id("TeamInvitationId", "identity\\.team_invitation\\.id"),
            id("OrderId", "billing\\.checkout_order\\.id|.*\\.order_id"),
            new ForcedType()
                    .withUserType("io.tastemaker.domain.matching.RankingId")
                    .withConverter("org.jooq.Converter.ofNullable(String.class, io.tastemaker.domain.matching.RankingId.class, "
                            + "io.tastemaker.domain.matching.RankingId::new, io.tastemaker.domain.matching.RankingId::value)")
                    .withIncludeExpression("matching\\.stored_ranking\\.id|matching\\.past_search\\.ranking_id|campaigns\\.match\\.ranking_id")
                    .withIncludeTypes("text"),
            coded("io.tastemaker.domain.shared.Platform", ".*\\.platform"),
            coded("io.tastemaker.domain.shared.Observed.Kind", ".*\\.handle_kind"),
            coded("io.tastemaker.domain.access.Role", "identity\\.(api_key|membership|team_invitation)\\.role"),
            coded("io.tastemaker.application.identity.out.MailedTokens.Purpose", "identity\\.mailed_token\\.purpose"),
            coded("io.tastemaker.domain.campaigns.Campaign.Kind", "campaigns\\.campaign\\.kind"),
            coded("io.tastemaker.domain.campaigns.Campaign.Status", "campaigns\\.campaign\\.status"),
            coded("io.tastemaker.domain.campaigns.ShortlistEntry.Status", "campaigns\\.shortlist_entry\\.status"),
            coded("io.tastemaker.domain.creators.RowFault.Code", "creators\\.import_fault\\.code"),
            coded("io.tastemaker.domain.wallets.Operation.Kind", "wallets\\.operation\\.kind"),
            coded("io.tastemaker.domain.wallets.LotKind", "wallets\\.lot\\.kind"),
            coded("io.tastemaker.domain.billing.SubscriptionStatus", "billing\\.subscription\\.status"),
            coded("io.tastemaker.domain.billing.Payment.Kind", "billing\\.payment\\.kind"),
            coded("io.tastemaker.domain.billing.Payment.Status", "billing\\.payment\\.status"),
            coded("io.tastemaker.domain.billing.Order.State", "billing\\.checkout_order\\.state"),
            coded("io.tastemaker.domain.billing.Coupon.Term", "billing\\.coupon\\.term"),
            coded("io.tastemaker.domain.billing.Notice.Kind", "billing\\.notice\\.matter_kind"),
            coded("io.tastemaker.domain.billing.Notice.State", "billing\\.notice\\.state"),
            coded("io.tastemaker.domain.operations.Job.Status", "operations\\.job\\.status"));

    private static ForcedType id(String type, String columns) {
        String name = "io.tastemaker.domain.shared." + type;
        return new ForcedType()
                .withUserType(name)
                .withConverter("org.jooq.Converter.ofNullable(java.util.UUID.class, %1$s.class, %1$s::new, %1$s::value)".formatted(name))
                .withIncludeExpression(columns)
                .withIncludeTypes("uuid");
    }

    private static ForcedType coded(String type, String columns) {
        return new ForcedType()
                .withUserType(type)
                .withConverter("io.tastemaker.adapters.persistence.shared.Codes.converter(%s.class)".formatted(type))
                .withIncludeExpression(columns)
                .withIncludeTypes("text");
    }

    private static String fingerprint(Path... folders) throws IOException, java.security.NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Constants.FULL_VERSION.getBytes(StandardCharsets.UTF_8));
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder).sorted()) {
                for (Path file : files.toList()) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
