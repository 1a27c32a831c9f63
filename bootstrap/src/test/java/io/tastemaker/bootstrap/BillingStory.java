package io.tastemaker.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tastemaker.adapters.billing.simulator.Outside;
import io.tastemaker.adapters.billing.simulator.StripeSimulator;
import io.tastemaker.application.billing.OpenCheckout;
import io.tastemaker.application.billing.OpenCheckout.Wish;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Weeks in the lives of some teams as customers, made up by chance: they subscribe, try, change, pay late, cancel and come back, buy credits, get
 * money back and dispute. What happens depends on the seed and on what Stripe shows, never on what a program has heard of it, so that the same
 * happens to programs that hear well and to those that hear badly. For that, whoever is or was on the plan that makes packs cheaper buys packs only
 * while every program must know the same of it: those who are {@linkplain Team#steady steady}, before their first renewal. And money goes back
 * only for credits that do not end within the story, and in one direction, unless it is a bank that takes its refusal back: a wallet cannot take
 * back what has ended, and takes other credits for it, so that for others it matters when that is heard of.
 */
final class BillingStory {

    static final Instant BEGINNING = Instant.parse("2026-02-14T00:00:00Z");
    static final String STANDARD = "price_standard";
    static final String PREMIUM = "price_premium";
    static final List<String> CODES = List.of("TEN-ONCE", "HALF-THRICE", "FIVE-OFF", "QUARTER-EVER");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BETWEEN_TWO = Duration.ofMinutes(20);
    private static final Duration EVENING = Duration.ofHours(22);
    private static final int FIRST_RENEWAL = 28;
    private static final int CLASSES = 8;
    private static final double BUSY = 0.4;
    private static final List<String> PACKS = List.of("credits-500", "credits-2500", "credits-10000");

    /** The program's part: it opens checkouts. */
    @FunctionalInterface
    interface Shop {
        OpenCheckout.Outcome open(TeamId team, UserId buyer, String key, Wish wish, Optional<String> coupon);
    }

    /** A team, and what has become of it. */
    private static final class Team {
        private final int number;
        private final TeamId id;
        private final UserId buyer;
        private final Random chance;
        private final int birthday;
        private final boolean steady;
        private final List<String> subscriptions = new ArrayList<>();
        private final List<String> onTheWay = new ArrayList<>();
        private final List<String> disputes = new ArrayList<>();
        private final Set<String> wentBothWays = new HashSet<>();
        private String customer = "";
        private boolean wasOnPremium;
        private int asked;

        Team(int number, TeamId id, long seed, int days) {
            this.number = number;
            this.id = id;
            // Who is steady belongs to the same person as the one before, who has the trial.
            this.buyer = new UserId(new UUID(7, number % CLASSES == 1 ? number - 1 : number));
            this.chance = new Random(seed * 1_000_003 + number);
            this.steady = number % CLASSES == 1;
            this.birthday = number % CLASSES <= 1 ? 0 : chance.nextInt(Math.max(1, days * 2 / 3));
        }
    }

    private final StripeSimulator stripe;
    private final Shop shop;
    private final List<Team> teams = new ArrayList<>();
    private final Instant end;
    private final TreeMap<String, Integer> acts = new TreeMap<>();

    BillingStory(long seed, List<TeamId> ids, int days, StripeSimulator stripe, Shop shop) {
        this.stripe = stripe;
        this.shop = shop;
        this.end = BEGINNING.plus(DAY.multipliedBy(days));
        for (int number = 0; number < ids.size(); number++) {
            teams.add(new Team(number, ids.get(number), seed, days));
        }
    }

    /** A simulator at the beginning, with what is sold there. */
    static StripeSimulator simulator(long seed) {
        StripeSimulator stripe = StripeSimulator.builder().seed(seed).at(BEGINNING).signingByOwnClock().start();
        stripe.addPrice(STANDARD, 19_900, "usd", "Standard");
        stripe.addPrice(PREMIUM, 49_900, "usd", "Premium");
        return stripe;
    }

    /** How often each thing happened. */
    TreeMap<String, Integer> acts() {
        return acts;
    }

    /** Lives one day; the time has moved on each time that something is heard. */
    void live(int day, IntConsumer afterEach) {
        Instant morning = BEGINNING.plus(DAY.multipliedBy(day)).plus(Duration.ofHours(1));
        for (Team team : teams) {
            stripe.advanceTo(morning.plus(BETWEEN_TWO.multipliedBy(team.number)));
            try {
                act(team, day);
            } catch (IllegalStateException impossible) {
                note("impossible");
            }
            afterEach.accept(team.number);
        }
        stripe.advanceTo(BEGINNING.plus(DAY.multipliedBy(day)).plus(EVENING));
        afterEach.accept(-1);
    }

    private void note(String act) {
        acts.merge(act, 1, Integer::sum);
    }

    private void act(Team team, int day) {
        arrive(team);
        if (team.subscriptions.isEmpty()) {
            if (day >= team.birthday && (day - team.birthday) % 3 == 0) {
                subscribe(team);
            }
            return;
        }
        if (team.chance.nextDouble() >= BUSY) {
            return;
        }
        if (team.steady && day < FIRST_RENEWAL - 2) {
            buyOrGiveBack(team);
            return;
        }
        Optional<JsonNode> running = team.subscriptions.stream().map(this::read)
                .filter(one -> !one.get("status").asText().matches("canceled|incomplete_expired")).findFirst();
        running.ifPresentOrElse(subscription -> go(team, subscription), () -> comeBack(team));
    }

    /** What was on its way for a day arrives, or does not. */
    private void arrive(Team team) {
        List<String> waiting = List.copyOf(team.onTheWay);
        team.onTheWay.clear();
        for (String session : waiting) {
            boolean arrives = team.chance.nextInt(3) > 0;
            note(arrives ? "late money" : "money that did not come");
            stripe.outside().settle(session, arrives);
        }
    }

    private void subscribe(Team team) {
        boolean premium = team.steady || team.chance.nextInt(3) == 0;
        team.wasOnPremium |= premium;
        Optional<String> coupon = Optional.of(CODES.get(team.chance.nextInt(CODES.size()))).filter(code -> team.chance.nextInt(4) == 0);
        String session = open(team, new Wish.Plan(premium ? "premium" : "standard"), coupon);
        int luck = team.steady ? 0 : team.chance.nextInt(10);
        if (luck == 9) {
            note("plan not paid");
            return;
        }
        pay(team, session, luck);
        note("plan");
        team.subscriptions.add(read(session).get("subscription").asText());
    }

    private void pay(Team team, String session, int luck) {
        if (luck == 8) {
            note("late payment");
            stripe.outside().pay(session, Outside.Payment.ARRIVES_LATER);
            if (read(session).get("payment_status").asText().equals("unpaid")) {
                team.onTheWay.add(session);
            }
            return;
        }
        if (luck == 7) {
            note("declined at first");
            stripe.outside().pay(session, Outside.Payment.IS_DECLINED);
        }
        stripe.outside().pay(session);
    }

    private String open(Team team, Wish wish, Optional<String> coupon) {
        OpenCheckout.Outcome outcome = shop.open(team.id, team.buyer, "story-" + team.asked++, wish, coupon);
        if (outcome instanceof OpenCheckout.Outcome.Opened opened) {
            String session = opened.order().session().orElseThrow();
            team.customer = read(session).get("customer").asText();
            return session;
        }
        throw new AssertionError("team " + team.number + " cannot have " + wish + " at " + stripe.clock().instant() + ": " + outcome);
    }

    private void buyOrGiveBack(Team team) {
        switch (team.chance.nextInt(8)) {
            case 0, 1, 2, 3 -> buy(team);
            case 4, 5 -> refund(team, true);
            case 6 -> dispute(team, true);
            default -> closeDispute(team);
        }
    }

    private void buy(Team team) {
        if (team.wasOnPremium && !team.steady) {
            return;
        }
        Optional<String> coupon = Optional.of(CODES.get(team.chance.nextInt(CODES.size()))).filter(code -> team.chance.nextInt(3) == 0);
        String session = open(team, new Wish.Pack(PACKS.get(team.chance.nextInt(PACKS.size()))), coupon);
        note("pack");
        int luck = team.chance.nextInt(10);
        if (luck < 9) {
            pay(team, session, luck);
        }
    }

    private void go(Team team, JsonNode subscription) {
        String id = subscription.get("id").asText();
        if (subscription.get("status").asText().equals("past_due")) {
            owe(team, subscription);
            return;
        }
        switch (team.chance.nextInt(20)) {
            case 0, 1, 2, 3 -> {
                if (!team.steady) {
                    buy(team);
                }
            }
            case 4, 5, 6 -> change(team, subscription);
            case 7, 8 -> {
                boolean ends = subscription.get("cancel_at_period_end").asBoolean();
                note(ends ? "resume" : "cancel at the end");
                if (ends) {
                    stripe.outside().resume(id);
                } else {
                    stripe.outside().cancelAtPeriodEnd(id);
                }
            }
            case 9 -> {
                note("cancel at once");
                stripe.outside().cancelNow(id);
            }
            case 10, 11, 12 -> {
                boolean works = team.chance.nextBoolean();
                note(works ? "new card" : "card ends");
                stripe.outside().card(team.customer, works);
            }
            case 13, 14, 15 -> refund(team, false);
            case 16 -> dispute(team, false);
            case 17 -> closeDispute(team);
            case 18 -> {
                note("something else");
                stripe.outside().pay(open(team, new Wish.Something(Money.ofMinor(4_900, Currency.getInstance("USD")), "A workshop"),
                        Optional.empty()));
            }
            default -> {
                note("second subscription");
                again(team, STANDARD);
            }
        }
    }

    private void owe(Team team, JsonNode subscription) {
        String invoice = subscription.get("latest_invoice").asText();
        switch (team.chance.nextInt(4)) {
            case 0 -> {
                note("invoice written off");
                stripe.outside().writeOff(invoice);
            }
            case 1, 2 -> {
                note("invoice paid late");
                stripe.outside().payInvoice(invoice);
            }
            default -> note("owes on");
        }
    }

    private void change(Team team, JsonNode subscription) {
        boolean isPremium = subscription.at("/items/data/0/price/id").asText().equals(PREMIUM);
        team.wasOnPremium = true;
        note(isPremium ? "downgrade" : "upgrade");
        stripe.outside().changePrice(subscription.get("id").asText(), isPremium ? STANDARD : PREMIUM);
    }

    private void comeBack(Team team) {
        if (team.chance.nextInt(3) == 0) {
            buyOrGiveBack(team);
            return;
        }
        boolean premium = team.chance.nextInt(3) == 0;
        team.wasOnPremium |= premium;
        note("come back");
        again(team, premium ? PREMIUM : STANDARD);
    }

    private void again(Team team, String price) {
        if (team.chance.nextInt(4) > 0) {
            stripe.outside().card(team.customer, true);
        }
        team.subscriptions.add(stripe.outside().subscribe(team.customer, price));
    }

    private void refund(Team team, boolean ofPacks) {
        Optional<JsonNode> intent = paid(team, ofPacks);
        if (intent.isEmpty()) {
            return;
        }
        String id = intent.get().get("id").asText();
        switch (team.chance.nextInt(4)) {
            case 0 -> {
                note("refund");
                stripe.outside().refund(id);
            }
            case 1 -> {
                String refund = stripe.outside().refund(id, Math.max(1, intent.get().get("amount").asLong() / 4));
                note("failed refund");
                team.wentBothWays.add(id);
                stripe.outside().failRefund(refund);
            }
            default -> {
                note("partial refund");
                stripe.outside().refund(id, Math.max(1, intent.get().get("amount").asLong() / (3 + team.chance.nextInt(4))));
            }
        }
    }

    private void dispute(Team team, boolean ofPacks) {
        Optional<JsonNode> intent = paid(team, ofPacks);
        if (intent.isEmpty()) {
            return;
        }
        String id = intent.get().get("id").asText();
        team.wentBothWays.add(id);
        if (team.chance.nextInt(4) == 0) {
            note("inquiry");
            team.disputes.add(stripe.outside().inquire(id));
        } else {
            note("dispute");
            team.disputes.add(stripe.outside().dispute(id));
        }
    }

    private void closeDispute(Team team) {
        if (team.disputes.isEmpty()) {
            dispute(team, team.steady);
            return;
        }
        boolean won = team.chance.nextBoolean();
        note(won ? "dispute won" : "dispute lost");
        String dispute = team.disputes.removeFirst();
        stripe.outside().reviewDispute(dispute);
        stripe.outside().closeDispute(dispute, won);
    }

    /** One of the payments of a team whose money may go back, by chance. */
    private Optional<JsonNode> paid(Team team, boolean ofPacks) {
        List<JsonNode> periods = team.subscriptions.stream().map(this::read).map(one -> one.at("/items/data/0"))
                .filter(item -> item.get("current_period_end").asLong() > end.getEpochSecond()).toList();
        List<JsonNode> all = stripe.ids("payment_intent").stream().map(this::read)
                .filter(one -> one.get("customer").asText().equals(team.customer) && one.get("status").asText().equals("succeeded"))
                .filter(one -> one.get("metadata").has("order_id") || !ofPacks && periods.stream()
                        .anyMatch(item -> item.get("current_period_start").asLong() == one.get("created").asLong()))
                .filter(one -> !team.wentBothWays.contains(one.get("id").asText())).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(team.chance.nextInt(all.size())));
    }

    private JsonNode read(String id) {
        try {
            return JSON.readTree(stripe.json(id));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
