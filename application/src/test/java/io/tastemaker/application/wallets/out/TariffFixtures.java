package io.tastemaker.application.wallets.out;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.wallets.PricingRule;
import io.tastemaker.domain.wallets.Tariff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The prices and plans that the program ships with. */
public final class TariffFixtures {

    /** 5 credits per request; no allowance. */
    public static final Action POST_ANALYTICS = new Action("post_analytics");
    /** 50 credits; one is free in each period. */
    public static final Action BULK_EXPORT = new Action("bulk_export");
    /** 5 credits; the daily gift pays for it. */
    public static final Action IMAGE_GENERATION = new Action("image_generation");
    /** 25 credits; the daily gift pays for it. */
    public static final Action VIDEO_GENERATION = new Action("video_generation");

    /** Version 1 of every price. */
    public static final List<PricingRule> RULES = List.of(
            rule(Action.CREATOR_UNLOCK, 25, 0, Optional.empty(), "creator"),
            rule(POST_ANALYTICS, 5, 0, Optional.empty(), "request"),
            rule(Action.DISCOVERY_PAGINATION, 10, 5, Optional.empty(), "page"),
            rule(BULK_EXPORT, 50, 1, Optional.empty(), "export"),
            rule(Action.ADVANCED_SEARCH, 15, 10, Optional.of(Duration.ofHours(24)), "search"),
            rule(Action.EMAIL_UNLOCK, 10, 0, Optional.empty(), "creator"),
            rule(IMAGE_GENERATION, 5, 0, Optional.empty(), "image"),
            rule(VIDEO_GENERATION, 25, 0, Optional.empty(), "video"),
            rule(Action.CONTENT_CLASSIFICATION, 0, 0, Optional.empty(), "text read by a model"));

    private static final Plan.Gifts DAILY = new Plan.Gifts(10, Set.of(IMAGE_GENERATION, VIDEO_GENERATION), 0, 0);
    private static final Set<Feature> PAID = Set.of(Feature.CAMPAIGNS, Feature.LISTS, Feature.EXPORT, Feature.TOP_UPS);

    /** What new teams are on. */
    public static final Plan FREE = new Plan(new PlanId("free", 1), "Free", Money.of("0.00", "USD"), 1,
            Map.of(Action.CREATOR_UNLOCK, new Quota.Included(5), Action.EMAIL_UNLOCK, Quota.DENIED, BULK_EXPORT, Quota.DENIED),
            Set.of(), DAILY, 0, "standard", true);

    /** The smaller paid plan. */
    public static final Plan STANDARD = new Plan(new PlanId("standard", 1), "Standard", Money.of("199.00", "USD"), 2,
            quotas(500, 250, 125), PAID, DAILY, 0, "priority", false);

    /** The larger one. */
    public static final Plan PREMIUM = new Plan(new PlanId("premium", 1), "Premium", Money.of("499.00", "USD"), 5,
            quotas(2_000, 800, 300), PAID, DAILY, 2_000, "priority", false);

    /** Version 1 of every plan. */
    public static final List<Plan> PLANS = List.of(FREE, STANDARD, PREMIUM);

    /** All of it. */
    public static final Tariff TARIFF = Tariff.of(1, RULES, PLANS, "free");

    private TariffFixtures() {}

    private static PricingRule rule(Action action, long credits, long allowance, Optional<Duration> accessFor, String unit) {
        return new PricingRule(action, 1, credits, allowance, accessFor, unit);
    }

    private static Map<Action, Quota> quotas(long creators, long emails, long posts) {
        return Map.of(Action.CREATOR_UNLOCK, new Quota.Included(creators), Action.EMAIL_UNLOCK, new Quota.Included(emails),
                POST_ANALYTICS, new Quota.Included(posts), BULK_EXPORT, Quota.UNLIMITED);
    }
}
