package io.tastemaker.adapters.persistence.campaigns;

import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.CAMPAIGN;
import static io.tastemaker.adapters.persistence.generated.campaigns.Tables.TRANSITION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.row;

import io.tastemaker.adapters.persistence.shared.Codes;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.adapters.persistence.shared.Position;
import io.tastemaker.application.campaigns.out.Campaigns;
import io.tastemaker.domain.campaigns.Brief;
import io.tastemaker.domain.campaigns.Campaign;
import io.tastemaker.domain.campaigns.CampaignKind;
import io.tastemaker.domain.campaigns.Transition;
import io.tastemaker.domain.shared.CampaignId;
import io.tastemaker.domain.shared.Category;
import io.tastemaker.domain.shared.Money;
import io.tastemaker.domain.shared.Page;
import io.tastemaker.domain.shared.PageRequest;
import io.tastemaker.domain.shared.Place;
import io.tastemaker.domain.shared.Platform;
import io.tastemaker.domain.shared.Range;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;

/** Campaigns in PostgreSQL. */
public final class JooqCampaigns implements Campaigns {

    private static final List<TableField<Record, ?>> COLUMNS = List.of(
            CAMPAIGN.ID, CAMPAIGN.TEAM_ID, CAMPAIGN.VERSION, CAMPAIGN.NAME, CAMPAIGN.KIND, CAMPAIGN.STATUS, CAMPAIGN.BRIEF,
            CAMPAIGN.WEBSITE, CAMPAIGN.FOLLOWERS_MIN, CAMPAIGN.FOLLOWERS_MAX, CAMPAIGN.PLATFORMS, CAMPAIGN.LOCATIONS,
            CAMPAIGN.CATEGORIES, CAMPAIGN.BUDGET_AMOUNT, CAMPAIGN.BUDGET_CURRENCY, CAMPAIGN.STARTS_ON, CAMPAIGN.ENDS_ON,
            CAMPAIGN.CREATED_BY, CAMPAIGN.CREATED_AT, CAMPAIGN.UPDATED_AT, CAMPAIGN.LAUNCHED_AT);

    private final JooqTransactions transactions;

    public JooqCampaigns(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Campaign campaign) {
        if (!campaign.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a campaign of another team");
        }
        transactions.sql().insertInto(CAMPAIGN)
                .set(CAMPAIGN.TEAM_ID, campaign.team())
                .set(CAMPAIGN.ID, campaign.id())
                .set(CAMPAIGN.KIND, campaign.kind().code())
                .set(CAMPAIGN.CREATED_BY, campaign.createdBy())
                .set(CAMPAIGN.CREATED_AT, campaign.createdAt())
                .set(changeable(campaign))
                .execute();
    }

    @Override
    public Optional<Campaign> find(CampaignId id) {
        return transactions.sql().select(COLUMNS).from(CAMPAIGN).where(own().and(CAMPAIGN.ID.eq(id))).fetchOptional(JooqCampaigns::campaign);
    }

    @Override
    public boolean replace(Campaign campaign) {
        return transactions.sql().update(CAMPAIGN)
                .set(changeable(campaign))
                .where(own().and(CAMPAIGN.ID.eq(campaign.id())).and(CAMPAIGN.VERSION.eq(campaign.version() - 1)))
                .execute() == 1;
    }

    @Override
    public boolean remove(Campaign campaign) {
        return transactions.sql().deleteFrom(CAMPAIGN)
                .where(own().and(CAMPAIGN.ID.eq(campaign.id())).and(CAMPAIGN.VERSION.eq(campaign.version())))
                .execute() == 1;
    }

    @Override
    public Page<Campaign> list(Optional<Campaign.Status> status, String text, PageRequest page) {
        Condition wanted = own();
        if (status.isPresent()) {
            wanted = wanted.and(CAMPAIGN.STATUS.eq(status.get()));
        }
        if (!text.isBlank()) {
            wanted = wanted.and(CAMPAIGN.NAME.containsIgnoreCase(text.strip()));
        }
        if (page.after().isPresent()) {
            Position after = Position.of(page.after().get());
            wanted = wanted.and(row(CAMPAIGN.CREATED_AT, CAMPAIGN.ID).lt(after.time(), new CampaignId(after.id())));
        }
        List<Campaign> campaigns = transactions.sql().select(COLUMNS)
                .from(CAMPAIGN)
                .where(wanted)
                .orderBy(CAMPAIGN.CREATED_AT.desc(), CAMPAIGN.ID.desc())
                .limit(page.limit() + 1)
                .fetch(JooqCampaigns::campaign);
        return Page.of(campaigns, page.limit(), last -> new Position(last.createdAt(), last.id().value()).toString());
    }

    @Override
    public void add(Transition transition) {
        transactions.sql().insertInto(TRANSITION)
                .set(TRANSITION.TEAM_ID, transactions.team())
                .set(TRANSITION.CAMPAIGN_ID, transition.campaign())
                .set(TRANSITION.VERSION, transition.version())
                .set(TRANSITION.STEP, transition.step())
                .set(TRANSITION.FROM_STATUS, transition.from())
                .set(TRANSITION.TO_STATUS, transition.to())
                .set(TRANSITION.TAKEN_BY, transition.by())
                .set(TRANSITION.TAKEN_AT, transition.at())
                .set(TRANSITION.REASON, transition.reason().orElse(null))
                .execute();
    }

    @Override
    public Page<Transition> transitions(CampaignId campaign, PageRequest page) {
        Condition wanted = TRANSITION.TEAM_ID.eq(transactions.team()).and(TRANSITION.CAMPAIGN_ID.eq(campaign));
        if (page.after().isPresent()) {
            wanted = wanted.and(TRANSITION.VERSION.lt(Long.parseLong(page.after().get())));
        }
        List<Transition> steps = transactions.sql()
                .select(TRANSITION.CAMPAIGN_ID, TRANSITION.VERSION, TRANSITION.STEP, TRANSITION.FROM_STATUS, TRANSITION.TO_STATUS, TRANSITION.TAKEN_BY,
                        TRANSITION.TAKEN_AT, TRANSITION.REASON)
                .from(TRANSITION)
                .where(wanted)
                .orderBy(TRANSITION.VERSION.desc())
                .limit(page.limit() + 1)
                .fetch(mapping((id, version, step, from, to, by, at, reason) ->
                        new Transition(id, version, step, from, to, by, at, Optional.ofNullable(reason))));
        return Page.of(steps, page.limit(), last -> Long.toString(last.version()));
    }

    private Condition own() {
        return CAMPAIGN.TEAM_ID.eq(transactions.team());
    }

    private static Map<Field<?>, Object> changeable(Campaign campaign) {
        Brief brief = campaign.brief();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(CAMPAIGN.VERSION, campaign.version());
        values.put(CAMPAIGN.NAME, campaign.name());
        values.put(CAMPAIGN.STATUS, campaign.status());
        values.put(CAMPAIGN.BRIEF, brief.text());
        values.put(CAMPAIGN.WEBSITE, brief.website().orElse(null));
        values.put(CAMPAIGN.FOLLOWERS_MIN, brief.followers().flatMap(Range::min).orElse(null));
        values.put(CAMPAIGN.FOLLOWERS_MAX, brief.followers().flatMap(Range::max).orElse(null));
        values.put(CAMPAIGN.PLATFORMS, Codes.write(brief.platforms()));
        values.put(CAMPAIGN.LOCATIONS, brief.locations().stream().map(Place::code).sorted().toArray(String[]::new));
        values.put(CAMPAIGN.CATEGORIES, Codes.write(brief.categories()));
        values.put(CAMPAIGN.BUDGET_AMOUNT, brief.budget().map(Money::amount).orElse(null));
        values.put(CAMPAIGN.BUDGET_CURRENCY, brief.budget().map(money -> money.currency().getCurrencyCode()).orElse(null));
        values.put(CAMPAIGN.STARTS_ON, brief.startsOn().orElse(null));
        values.put(CAMPAIGN.ENDS_ON, brief.endsOn().orElse(null));
        values.put(CAMPAIGN.UPDATED_AT, campaign.updatedAt());
        values.put(CAMPAIGN.LAUNCHED_AT, campaign.launchedAt().orElse(null));
        return values;
    }

    private static Campaign campaign(Record row) {
        return new Campaign(
                row.get(CAMPAIGN.ID),
                row.get(CAMPAIGN.TEAM_ID),
                row.get(CAMPAIGN.VERSION),
                row.get(CAMPAIGN.NAME),
                CampaignKind.of(row.get(CAMPAIGN.KIND)),
                row.get(CAMPAIGN.STATUS),
                brief(row),
                row.get(CAMPAIGN.CREATED_BY),
                row.get(CAMPAIGN.CREATED_AT),
                row.get(CAMPAIGN.UPDATED_AT),
                Optional.ofNullable(row.get(CAMPAIGN.LAUNCHED_AT)));
    }

    private static Brief brief(Record row) {
        Range<Long> followers = new Range<>(
                Optional.ofNullable(row.get(CAMPAIGN.FOLLOWERS_MIN)), Optional.ofNullable(row.get(CAMPAIGN.FOLLOWERS_MAX)));
        Optional<String> currency = Optional.ofNullable(row.get(CAMPAIGN.BUDGET_CURRENCY));
        return new Brief(
                row.get(CAMPAIGN.BRIEF),
                Optional.ofNullable(row.get(CAMPAIGN.WEBSITE)),
                followers.min().isEmpty() && followers.max().isEmpty() ? Optional.empty() : Optional.of(followers),
                Codes.readAll(Platform.class, row.get(CAMPAIGN.PLATFORMS)),
                places(row.get(CAMPAIGN.LOCATIONS)),
                Codes.readAll(Category.class, row.get(CAMPAIGN.CATEGORIES)),
                currency.map(code -> new Money(row.get(CAMPAIGN.BUDGET_AMOUNT), Currency.getInstance(code))),
                Optional.ofNullable(row.get(CAMPAIGN.STARTS_ON)),
                Optional.ofNullable(row.get(CAMPAIGN.ENDS_ON)));
    }

    private static Set<Place> places(String... codes) {
        return Arrays.stream(codes).map(code -> Place.find(code).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }
}
