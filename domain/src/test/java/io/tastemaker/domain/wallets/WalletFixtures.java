package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Feature;
import io.tastemaker.domain.entitlements.Plan;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.entitlements.Quota;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A price list and plans that have one of everything, and small numbers, so that limits are met often. */
public final class WalletFixtures {

    /** When the teams began. */
    public static final Instant START = Instant.parse("2026-01-31T09:30:00Z");
    /** Where they began. */
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 25 credits, opens a target for good. */
    public static final Action UNLOCK = Action.CREATOR_UNLOCK;
    /** 10 credits, opens a target for good; denied on the free plan. */
    public static final Action EMAIL = Action.EMAIL_UNLOCK;
    /** 15 credits, 10 a period are free, opens a target for a day. */
    public static final Action SEARCH = Action.ADVANCED_SEARCH;
    /** 10 credits, 5 a period are free. */
    public static final Action PAGE = Action.DISCOVERY_PAGINATION;
    /** 5 credits; daily credits pay for it. */
    public static final Action IMAGE = new Action("image_generation");
    /** 7 credits, 1 a period is free. */
    public static final Action ODD = new Action("odd_thing");
    /** Costs nothing. */
    public static final Action NOTHING = new Action("costs_nothing");
    /** Has no price. */
    public static final Action UNKNOWN = new Action("never_heard_of");

    /** Nobody pays; 3 unlocks, 10 daily credits for images, 40 monthly ones of which 25 roll over. */
    public static final PlanId FREE = new PlanId("free", 1);
    /** Paid; 2 unlocks, 1 page, unlimited searches; 10 daily credits for images, 30 of the invoice's roll over. */
    public static final PlanId STANDARD = new PlanId("standard", 1);
    /** Paid; more of it, and no daily credits. */
    public static final PlanId PREMIUM = new PlanId("premium", 1);
    /** Nobody pays; 7 daily credits for everything, and 20 monthly ones of which none roll over. */
    public static final PlanId GENEROUS = new PlanId("generous", 3);
    /** Nothing but prices. */
    public static final PlanId BARE = new PlanId("bare", 1);

    private WalletFixtures() {}

    /** A team by number. */
    public static TeamId team(int number) {
        return new TeamId(new UUID(0x0195b000_0000_7000L, 0x8000_0000_0000_0000L + number));
    }

    /** The price list; new teams begin on the free plan. */
    public static Tariff tariff() {
        return tariff("free");
    }

    /** The price list with another plan for new teams. */
    public static Tariff tariff(String forNewTeams) {
        return Tariff.of(1,
                List.of(rule(UNLOCK, 25, 0, Optional.empty()), rule(EMAIL, 10, 0, Optional.empty()),
                        rule(SEARCH, 15, 10, Optional.of(Duration.ofDays(1))), rule(PAGE, 10, 5, Optional.empty()),
                        rule(IMAGE, 5, 0, Optional.empty()), rule(ODD, 7, 1, Optional.empty()), rule(NOTHING, 0, 0, Optional.empty())),
                List.of(
                        plan(FREE, "0.00", Map.of(UNLOCK, new Quota.Included(3), EMAIL, Quota.DENIED),
                                new Plan.Gifts(10, Set.of(IMAGE), 40, 25)),
                        plan(STANDARD, "199.00", Map.of(UNLOCK, new Quota.Included(2), PAGE, new Quota.Included(1), SEARCH, Quota.UNLIMITED),
                                new Plan.Gifts(10, Set.of(IMAGE), 0, 30)),
                        plan(PREMIUM, "499.00", Map.of(UNLOCK, new Quota.Included(8), PAGE, new Quota.Included(4), ODD, new Quota.Included(2)),
                                Plan.Gifts.NONE),
                        plan(GENEROUS, "0.00", Map.of(ODD, Quota.DENIED), new Plan.Gifts(7, Set.of(), 20, 0)),
                        plan(BARE, "0.00", Map.of(), Plan.Gifts.NONE)),
                forNewTeams);
    }

    private static PricingRule rule(Action action, long credits, long allowance, Optional<Duration> access) {
        return new PricingRule(action, 1, credits, allowance, access, "unit");
    }

    private static Plan plan(PlanId id, String price, Map<Action, Quota> quotas, Plan.Gifts gifts) {
        return new Plan(id, id.key(), Money.of(price, "USD"), 5, quotas, Set.of(Feature.LISTS), gifts, 0, "standard", false);
    }
}
