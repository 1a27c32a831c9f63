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
    private static final List<String> SCHEMAS = List.of("content", "identity", "creators", "matching", "campaigns", "wallets", "billing", "operations",
            "webhooks", "measurement", "exports", "lists", "proposals", "outreach", "briefing");

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
                                .withExcludes(".*\\.(text_)?changed_xid") // of a type that jOOQ does not know; only triggers write it
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
            id("ChatId", "briefing\\.conversation\\.id|.*\\.chat_id"),
            id("CampaignId", "campaigns\\.campaign\\.id|.*\\.campaign_id"),
            id("DeliverableId", "(campaigns|proposals)\\.deliverable\\.id|campaigns\\..*\\.deliverable_id"),
            id("MilestoneId", "campaigns\\.milestone\\.id"),
            id("BudgetLineId", "campaigns\\.budget_line\\.id|campaigns\\.budget_entry\\.line_id"),
            id("CommentId", "campaigns\\.comment\\.id"),
            id("PostId", "content\\.post\\.id|.*\\.post_id"),
            id("CampaignPostId", "measurement\\.campaign_post\\.id|.*\\.campaign_post_id"),
            id("PromoCodeId", "measurement\\.promo_code\\.id|.*\\.promo_code_id"),
            id("TrackedLinkId", "measurement\\.tracked_link\\.id|.*\\.tracked_link_id"),
            id("JobId", "operations\\.job\\.id|.*\\.job_id"),
            id("ApiKeyId", "identity\\.api_key\\.id"),
            id("TeamInvitationId", "identity\\.team_invitation\\.id"),
            id("ExportId", "exports\\.export\\.id|exports\\.chosen\\.export_id"),
            id("EndpointId", "webhooks\\.endpoint\\.id|webhooks\\..*\\.endpoint_id"),
            id("ListId", "lists\\.team_list\\.id|.*\\.list_id"),
            id("ListTemplateId", "lists\\.template\\.id"),
            id("ProposalId", "proposals\\.proposal\\.id|.*\\.proposal_id"),
            id("ProposalTemplateId", "proposals\\.template\\.id"),
            id("InvitationId", "(outreach|proposals)\\.invitation\\.id|(outreach|proposals)\\..*\\.invitation_id"),
            id("ApplicationId", "proposals\\.application\\.id"),
            id("MessageTemplateId", "outreach\\.message_template\\.id"),
            id("OrderId", "billing\\.checkout_order\\.id|.*\\.order_id"),
            new ForcedType()
                    .withUserType("io.tastemaker.domain.matching.RankingId")
                    .withConverter("org.jooq.Converter.ofNullable(String.class, io.tastemaker.domain.matching.RankingId.class, "
                            + "io.tastemaker.domain.matching.RankingId::new, io.tastemaker.domain.matching.RankingId::value)")
                    .withIncludeExpression("matching\\.stored_ranking\\.id|matching\\.past_search\\.ranking_id|campaigns\\.(match|shortlist_entry)\\.ranking_id")
                    .withIncludeTypes("text"),
            coded("io.tastemaker.domain.shared.Platform", ".*\\.platform"),
            coded("io.tastemaker.domain.shared.Observed.Kind", ".*\\.handle_kind"),
            coded("io.tastemaker.domain.access.Role", "identity\\.(api_key|membership|team_invitation)\\.role"),
            coded("io.tastemaker.application.identity.out.MailedTokens.Purpose", "identity\\.mailed_token\\.purpose"),
            coded("io.tastemaker.domain.briefing.Message.Speaker", "briefing\\.message\\.speaker"),
            coded("io.tastemaker.domain.campaigns.Campaign.Status", "campaigns\\.(campaign\\.status|transition\\.(from|to)_status)"),
            coded("io.tastemaker.domain.campaigns.CampaignStep", "campaigns\\.transition\\.step"),
            coded("io.tastemaker.domain.campaigns.ShortlistEntry.Status", "campaigns\\.shortlist_entry\\.status"),
            coded("io.tastemaker.domain.campaigns.Deliverable.Type", "campaigns\\.deliverable\\.type"),
            coded("io.tastemaker.domain.campaigns.Deliverable.State", "campaigns\\.deliverable\\.state"),
            coded("io.tastemaker.domain.campaigns.BudgetLine.Category", "campaigns\\.budget_line\\.category"),
            coded("io.tastemaker.domain.campaigns.BudgetEntry.Kind", "campaigns\\.budget_entry\\.kind"),
            coded("io.tastemaker.domain.campaigns.Right", "campaigns\\.collaborator\\.right"),
            coded("io.tastemaker.domain.lists.TeamList.Visibility", "lists\\.team_list\\.visibility"),
            coded("io.tastemaker.domain.lists.ListRight", "lists\\.collaborator\\.access"),
            coded("io.tastemaker.domain.proposals.Proposal.Status", "proposals\\.proposal(_version)?\\.status"),
            coded("io.tastemaker.domain.proposals.Proposal.Step", "proposals\\.proposal_version\\.step"),
            coded("io.tastemaker.domain.proposals.ProposalInvitation.Status", "proposals\\.invitation\\.answer"),
            coded("io.tastemaker.domain.proposals.Application.Status", "proposals\\.application\\.status"),
            coded("io.tastemaker.domain.proposals.ProposalCollaborator.Role", "proposals\\.collaborator\\.role"),
            coded("io.tastemaker.domain.proposals.ProposalDeliverable.State", "proposals\\.deliverable\\.state"),
            coded("io.tastemaker.domain.campaigns.Deliverable.Type", "proposals\\.deliverable\\.type"),
            coded("io.tastemaker.domain.outreach.InvitationMessage.Side", "proposals\\.message\\.side"),
            coded("io.tastemaker.domain.creators.RowFault.Code", "creators\\.import_fault\\.code|content\\.post_import_fault\\.code"),
            coded("io.tastemaker.domain.wallets.Operation.Kind", "wallets\\.operation\\.kind"),
            coded("io.tastemaker.domain.wallets.LotKind", "wallets\\.lot\\.kind"),
            coded("io.tastemaker.domain.billing.SubscriptionStatus", "billing\\.subscription\\.status"),
            coded("io.tastemaker.domain.billing.Payment.Kind", "billing\\.payment\\.kind"),
            coded("io.tastemaker.domain.billing.Payment.Status", "billing\\.payment\\.status"),
            coded("io.tastemaker.domain.billing.Order.State", "billing\\.checkout_order\\.state"),
            coded("io.tastemaker.domain.billing.Coupon.Term", "billing\\.coupon\\.term"),
            coded("io.tastemaker.domain.billing.Notice.Kind", "billing\\.notice\\.matter_kind"),
            coded("io.tastemaker.domain.billing.Notice.State", "billing\\.notice\\.state"),
            coded("io.tastemaker.domain.shared.Category", "content\\.profile\\.primary_category"),
            coded("io.tastemaker.domain.content.LogLine.Level", "content\\.analysis_log\\.level"),
            coded("io.tastemaker.domain.outreach.Invitation.Status", "outreach\\.invitation\\.status"),
            coded("io.tastemaker.domain.outreach.InvitationMessage.Side", "outreach\\.invitation_message\\.side"),
            coded("io.tastemaker.domain.exports.ExportKind", "exports\\.export\\.kind"),
            coded("io.tastemaker.domain.exports.ExportFormat", "exports\\.export\\.format"),
            coded("io.tastemaker.domain.operations.Job.Status", "operations\\.(job|job_ending)\\.status"),
            coded("io.tastemaker.domain.webhooks.Endpoint.Reason", "webhooks\\.endpoint\\.disabled_reason"),
            coded("io.tastemaker.domain.webhooks.Delivery.State", "webhooks\\.delivery\\.state"),
            coded("io.tastemaker.domain.shared.Event.Kind", "webhooks\\.event\\.kind"));

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
