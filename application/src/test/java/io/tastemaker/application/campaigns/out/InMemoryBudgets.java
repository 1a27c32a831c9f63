package io.tastemaker.application.campaigns.out;

import io.tastemaker.application.shared.out.InMemoryTransactions;
import io.tastemaker.domain.campaigns.BudgetEntry;
import io.tastemaker.domain.campaigns.BudgetLine;
import io.tastemaker.domain.campaigns.DaySpending;
import io.tastemaker.domain.shared.BudgetLineId;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Budgets in memory; since transactions run one after the other there, nothing needs to be held. */
public final class InMemoryBudgets implements Budgets {

    private record Key(CampaignId campaign, long number) {}

    private final InMemoryTransactions transactions;
    private final InMemoryCampaigns campaigns;
    private final InMemoryTransactions.Table<BudgetLineId, BudgetLine> lines;
    private final InMemoryTransactions.Table<Key, BudgetEntry> entries;

    public InMemoryBudgets(InMemoryTransactions transactions, InMemoryCampaigns campaigns) {
        this.transactions = transactions;
        this.campaigns = campaigns;
        this.lines = transactions.table();
        this.entries = transactions.table();
        campaigns.onRemove(removed -> {
            lines.rows().filter(row -> row.campaign().equals(removed)).forEach(row -> lines.remove(row.id()));
            entries.rows().filter(row -> row.campaign().equals(removed)).forEach(row -> entries.remove(new Key(removed, row.number())));
        });
    }

    @Override
    public void hold(CampaignId campaign) {
        transactions.team();
    }

    @Override
    public void add(BudgetLine line) {
        if (campaigns.find(line.campaign()).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + line.campaign());
        }
        lines.put(line.id(), line);
    }

    @Override
    public List<BudgetLine> lines(CampaignId campaign) {
        return campaigns.find(campaign).isEmpty()
                ? List.of()
                : lines.rows().filter(row -> row.campaign().equals(campaign))
                        .sorted(Comparator.comparing(BudgetLine::createdAt).thenComparing(row -> row.id().toString())).toList();
    }

    @Override
    public boolean replace(BudgetLine line) {
        boolean isCurrent = isStored(line, line.version() - 1);
        if (isCurrent) {
            lines.put(line.id(), line);
        }
        return isCurrent;
    }

    @Override
    public boolean remove(BudgetLine line) {
        boolean isCurrent = isStored(line, line.version());
        if (isCurrent) {
            lines.remove(line.id());
        }
        return isCurrent;
    }

    @Override
    public void append(BudgetEntry entry) {
        Key key = new Key(entry.campaign(), entry.number());
        if (lines(entry.campaign()).stream().noneMatch(line -> line.id().equals(entry.line())) || entries.get(key).isPresent()) {
            throw new IllegalStateException("no such line, or such an entry is there already: " + entry);
        }
        entries.put(key, entry);
    }

    @Override
    public List<DaySpending> spent(CampaignId campaign) {
        if (campaigns.find(campaign).isEmpty()) {
            return List.of();
        }
        record Day(LocalDate day, Currency currency) {}
        Map<Day, DaySpending> days = new HashMap<>();
        entries.rows().filter(row -> row.campaign().equals(campaign))
                .filter(row -> row.kind() == BudgetEntry.Kind.SPEND || row.kind() == BudgetEntry.Kind.REFUND)
                .forEach(row -> {
                    LocalDate day = row.enteredAt().atZone(ZoneOffset.UTC).toLocalDate();
                    Money amount = row.kind() == BudgetEntry.Kind.SPEND ? row.amount() : Money.zero(row.amount().currency()).minus(row.amount());
                    days.merge(new Day(day, amount.currency()), new DaySpending(day, amount, 1),
                            (one, other) -> new DaySpending(day, one.amount().plus(other.amount()), one.entries() + other.entries()));
                });
        return days.values().stream().sorted(Comparator.comparing(DaySpending::day).thenComparing(each -> each.amount().currency().getCurrencyCode()))
                .toList();
    }

    @Override
    public Page<BudgetEntry> entries(CampaignId campaign, Optional<BudgetLineId> line, boolean onlyOverBudget, PageRequest page) {
        List<BudgetEntry> found = campaigns.find(campaign).isEmpty()
                ? List.of()
                : entries.rows().filter(row -> row.campaign().equals(campaign))
                        .filter(row -> line.map(row.line()::equals).orElse(true))
                        .filter(row -> row.isOverBudget() || !onlyOverBudget)
                        .filter(row -> page.after().map(after -> row.number() < Long.parseLong(after)).orElse(true))
                        .sorted(Comparator.comparing(BudgetEntry::number).reversed())
                        .limit(page.limit() + 1L)
                        .toList();
        return Page.of(found, page.limit(), last -> Long.toString(last.number()));
    }

    private boolean isStored(BudgetLine line, long version) {
        return lines(line.campaign()).stream().anyMatch(stored -> stored.id().equals(line.id()) && stored.version() == version);
    }
}
