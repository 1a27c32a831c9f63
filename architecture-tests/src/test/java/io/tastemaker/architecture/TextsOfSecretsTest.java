package io.tastemaker.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record with a secret in it prints without: what is printed may end in a log or in the message of an exception. */
class TextsOfSecretsTest {

    private static final Pattern CALLED_LIKE_A_SECRET =
            Pattern.compile("(?i).*(password|secret|token|challenge|recovery|verifier|nonce|code|key).*|text|state|uri|url");

    /**
     * Called like secrets and none: words of the domain, of faults and of searches, names of files, states of things, how a caller names a call,
     * codes of coupons, which many people know, addresses that let nobody in, and what creators publish with its fingerprints.
     */
    private static final Set<String> HARMLESS = Set.of("FindPosts.Query.keys", "FiltersJson.keywords", "FiltersJson.keywordsAll",
            "AttachPosts.Name.key", "AttachPosts.Named.key", "AttachPosts.Named.url", "AttachPosts.Wanted.key", "AttachPosts.Wanted.url",
            "CampaignPost.key", "CampaignPost.url", "CampaignPostRoutes.CampaignPostJson.key", "CampaignPostRoutes.CampaignPostJson.url",
            "CampaignPostRoutes.NewCampaignPostJson.key", "CampaignPostRoutes.NewCampaignPostJson.url", "CreatePromoCode.Command.code",
            "LinkRoutes.TrackedLinkJson.code", "LinkRoutes.TrackedLinkJson.url", "LinkTarget.url", "MetricRoutes.NewMetricRowJson.url",
            "PromoCode.code", "PromoCodeRoutes.NewPromoCodeJson.code", "PromoCodeRoutes.PromoCodeJson.code",
            "RecordMetrics.Reading.PostLinkName.key", "RecordMetrics.Wanted.url", "Records.Name.key", "TrackedLink.code",
            "Action.code", "AddPlan.Command.key", "AddTopUpPack.Command.key", "Analysis.text", "AnalysisRoutes.ModelJson.state",
            "BillingAdminRoutes.EventJson.state", "BillingAdminRoutes.EventQuery.state", "Brief.text", "CaffeineReadings.Key.text",
            "ChangeSubscription.Wish.OnPlan.key", "CheckCoupon.Query.code", "ColumnHeader.text",
            "CommentRoutes.CampaignActivityJson.text", "ContentAnalyst.Passage.text",
            "ContentProfile.Quality.Part.code", "ContentRoutes.TextJson.text", "Coupon.code", "CouponAdminRoutes.CodePath.code",
            "CouponAdminRoutes.CouponJson.code", "CouponAdminRoutes.NewCouponJson.code", "CreatorImport.ListFile.key",
            "DatabaseAddress.url", "DeliveryRoutes.DeliveryJson.state", "DeliveryRoutes.DeliveryQuery.state",
            "EndCoupon.Command.code", "IdempotentCalls.CallKey.key",
            "ImportCreators.Outcome.UnknownColumnCodes.codes", "ImportJson.ColumnJson.state", "ImportJson.WarningJson.code",
            "ImportPosts.Outcome.UnknownColumnCodes.codes", "ImportReportJson.ColumnJson.state", "ImportReportJson.ImportFaultJson.code",
            "ImportReportJson.WarningJson.code", "Input.idempotencyKey", "JsonLinesTable.Line.text", "Language.code", "Ledgers.Filter.text",
            "ListCampaigns.Query.text", "ListPerformance.Count.code", "ListPerformanceJson.ListCountJson.code",
            "ListUsers.Query.text", "ListWarning.code", "LocalSequence.text", "OpenCheckout.Command.key",
            "OpenIdIssuer.Endpoints.keys", "OpenIdIssuer.Endpoints.token", "OperationKey.text", "OrderKey.text", "PackAdminRoutes.NewTopUpPackJson.key",
            "PackAdminRoutes.TopUpPackJson.key", "PaymentProvider.NewCoupon.code", "PaymentRoutes.CouponCheckJson.code",
            "PaymentRoutes.NewCouponCheckJson.code", "PersonalDataRoutes.ExportJson.state", "PersonTable.keys", "Piece.text", "PlanId.key",
            "PostDraft.key", "PostDraft.url", "PostJson.key", "PostJson.url", "PostLink.key", "ProfileJson.PartJson.code",
            "RankedJson.FactorJson.state", "RankingSql.text", "ReadingJson.LanguageJson.code", "ReceiptJson.LineJson.state",
            "RefundPayment.Command.key", "Settings.Database.url",
            "ShowActivity.Deed.text", "TeamRoutes.MyTeamJson.state",
            "TeamRoutes.TeamJson.state", "Token.text", "TopUpPack.key", "TopUpPacksJson.PackOfferJson.key", "Traits.Trait.text",
            "Uploads.Kept.Whole.key", "UrlRules.Verdict.Allowed.url", "VocabularyRoutes.WordJson.code");

    /** Not made of texts alone: one has one code or the other, which both are tried; one opens its key store. */
    private static final Set<String> NOT_MADE = Set.of("FactorRoutes.SecondFactorJson.challengeToken", "Tls.password");

    private static final Pattern HOLDS_TEXT = Pattern.compile("java\\.lang\\.String|java\\.net\\.URI");

    private static final String SECRET = "PlantedSecret0123456789abcdefghi";

    static Stream<Named<RecordComponent>> secrets() {
        return new ClassFileImporter().importPackages("io.tastemaker").stream()
                .filter(JavaClass::isRecord)
                .filter(type -> !House.isTest(type))
                .filter(type -> !type.getPackageName().equals(TextsOfSecretsTest.class.getPackageName()))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> CALLED_LIKE_A_SECRET.matcher(component.getName()).matches())
                .filter(component -> HOLDS_TEXT.matcher(component.getGenericType().getTypeName()).find())
                .map(component -> named(name(component), component))
                .filter(component -> !HARMLESS.contains(component.getName()) && !NOT_MADE.contains(component.getName()))
                .sorted((one, other) -> one.getName().compareTo(other.getName()));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void a_record_does_not_print_its_secret(RecordComponent secret) {
        assertThat(AnyRecord.with(secret, SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void a_record_that_prints_all_is_seen() {
        record Talkative(long count, String password) {}

        assertThat(AnyRecord.with(Talkative.class.getRecordComponents()[1], SECRET).toString()).contains(SECRET);
    }

    private static String name(RecordComponent component) {
        String type = component.getDeclaringRecord().getName();
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + component.getName();
    }
}
