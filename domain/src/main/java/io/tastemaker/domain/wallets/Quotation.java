package io.tastemaker.domain.wallets;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.entitlements.Quota;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a basket of actions would cost now, each item behind the ones before it. Nothing is written.
 *
 * @param lines one for each item, in order
 * @param credits what all allowed lines cost
 * @param available credits that pay for everything
 * @param affordable whether all of it could be done now
 */
public record Quotation(List<Line> lines, long credits, long available, boolean affordable) {

    /** Copies the lines. */
    public Quotation {
        lines = List.copyOf(lines);
    }

    /**
     * Something that is wanted.
     *
     * @param action what
     * @param units how many, 1 to {@link Spend#MOST_UNITS}
     */
    public record Item(Action action, long units) {
        /** Checks the bounds. */
        public Item {
            Objects.requireNonNull(action, "action");
            if (units < 1 || units > Spend.MOST_UNITS) {
                throw new IllegalArgumentException("1 to " + Spend.MOST_UNITS + " units: " + units);
            }
        }
    }

    /**
     * What one item would take.
     *
     * @param item the item
     * @param split how many units from where
     * @param price the price of a unit
     * @param credits what the credit units cost
     * @param allowed whether the plan allows it at all; if not, it adds nothing to the sum
     */
    public record Line(Item item, Split split, Price price, long credits, boolean allowed) {}

    /**
     * Computes the quotation.
     *
     * @param wallet the wallet
     * @param tariff prices and plans; all actions of the items must be priced
     * @param items what is wanted
     * @param actor who would do it
     * @param now the time
     * @return the quotation
     */
    public static Quotation of(Wallet wallet, Tariff tariff, List<Item> items, String actor, Instant now) {
        Draft counting = Draft.at(wallet, tariff, now);
        List<Line> lines = new ArrayList<>();
        long credits = 0;
        boolean affordable = true;
        Draft paying = Draft.at(wallet, tariff, now);
        for (Item item : items) {
            PricingRule rule = tariff.rule(item.action()).orElseThrow(() -> new IllegalArgumentException("no price of " + item.action()));
            boolean allowed = !(counting.plan().quota(item.action()) instanceof Quota.Denied);
            Split split = Bill.split(counting, item.action(), item.units(), rule.allowance());
            Price price = rule.price(0);
            Line line = new Line(item, split, price, price.of(split.credits()), allowed);
            lines.add(line);
            if (allowed) {
                counting.count(Counter.Kind.QUOTA, item.action().code(), counting.cycle().start(), split.quota(), 0);
                counting.count(Counter.Kind.ALLOWANCE, item.action().code(), counting.cycle().start(), split.allowance(), 0);
                credits = Math.addExact(credits, line.credits());
            }
            affordable = affordable && pays(paying, Spend.of(item.action(), item.units(), actor), rule);
        }
        return new Quotation(lines, credits, wallet.at(tariff, now).available(wallet.noEarlierThan(now)), affordable);
    }

    private static boolean pays(Draft draft, Spend spend, PricingRule rule) {
        return switch (Bill.of(draft, spend, rule)) {
            case Bill.Result.Refuses refuses -> false;
            case Bill.Result.Pays(Bill.Payable bill) -> {
                Spending.use(draft, spend, bill);
                yield true;
            }
        };
    }
}
