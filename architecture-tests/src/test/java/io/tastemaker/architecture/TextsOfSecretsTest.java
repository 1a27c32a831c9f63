package io.tastemaker.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
            Pattern.compile("(?i).*(password|secret|token|challenge|recovery|verifier|nonce|code|key).*|text|state|uri");

    /**
     * Called like secrets and none: words of the domain, of faults and of searches, names of files, states of things, how a caller names a call,
     * codes of coupons, which everybody may know.
     */
    private static final Set<String> HARMLESS = Set.of("Action.code", "AddPlan.Command.key", "Brief.text", "ColumnHeader.text",
            "CreatorImport.ListFile.key", "IdempotentCalls.CallKey.key", "Ledgers.Filter.text", "OperationKey.text", "PlanId.key",
            "ImportCreators.Outcome.UnknownColumnCodes.codes", "ImportJson.WarningJson.code",
            "ImportReportJson.ImportFaultJson.code", "ImportReportJson.WarningJson.code", "Input.idempotencyKey",
            "PersonTable.keys", "Language.code", "ListCampaigns.Query.text", "ListUsers.Query.text", "ListWarning.code",
            "RankingSql.text", "Traits.Trait.text", "Uploads.Kept.Whole.key", "VocabularyRoutes.WordJson.code",
            "ImportJson.ColumnJson.state", "ImportReportJson.ColumnJson.state", "PersonalDataRoutes.ExportJson.state",
            "RankedJson.FactorJson.state", "ReceiptJson.LineJson.state", "TeamRoutes.MyTeamJson.state", "TeamRoutes.TeamJson.state",
            "AddTopUpPack.Command.key", "ChangeSubscription.Wish.OnPlan.key", "OpenCheckout.Command.key",
            "PackAdminRoutes.NewTopUpPackJson.key", "PackAdminRoutes.TopUpPackJson.key", "RefundPayment.Command.key", "TopUpPack.key",
            "TopUpPacksJson.PackOfferJson.key", "BillingAdminRoutes.EventJson.state", "BillingAdminRoutes.EventQuery.state",
            "CheckCoupon.Query.code", "Coupon.code", "CouponAdminRoutes.CodePath.code", "CouponAdminRoutes.CouponJson.code",
            "CouponAdminRoutes.NewCouponJson.code", "EndCoupon.Command.code", "PaymentProvider.NewCoupon.code",
            "PaymentRoutes.CouponCheckJson.code", "PaymentRoutes.NewCouponCheckJson.code");

    /** Not made of texts alone: one has one code or the other, which both are tried; one opens its key store. */
    private static final Set<String> NOT_MADE = Set.of("FactorRoutes.SecondFactorJson.challengeToken", "Tls.password");

    private static final String SECRET = "PlantedSecret0123456789abcdefghi";

    static Stream<Named<RecordComponent>> secrets() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tastemaker").stream()
                .filter(JavaClass::isRecord)
                .filter(type -> !type.getPackageName().equals(TextsOfSecretsTest.class.getPackageName()))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> CALLED_LIKE_A_SECRET.matcher(component.getName()).matches())
                .filter(component -> component.getGenericType().getTypeName().contains(String.class.getName()))
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
