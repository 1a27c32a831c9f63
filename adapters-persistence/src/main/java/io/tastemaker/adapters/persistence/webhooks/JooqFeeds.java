package io.tastemaker.adapters.persistence.webhooks;

import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.ENDPOINT;
import static io.tastemaker.adapters.persistence.generated.webhooks.Tables.WALLET_PLACE;

import io.tastemaker.adapters.persistence.shared.AcrossTeams;
import io.tastemaker.adapters.persistence.shared.JooqTransactions;
import io.tastemaker.application.shared.out.Ids;
import io.tastemaker.application.webhooks.out.Feeds;
import io.tastemaker.domain.shared.Event;
import io.tastemaker.domain.shared.TeamId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is told besides, in PostgreSQL. */
public final class JooqFeeds implements Feeds {

    private final JooqTransactions transactions;
    private final AcrossTeams acrossTeams;
    private final Ids ids;

    /** Feeds whose events get their ids from outside. */
    public JooqFeeds(JooqTransactions transactions, AcrossTeams acrossTeams, Ids ids) {
        this.transactions = transactions;
        this.acrossTeams = acrossTeams;
        this.ids = ids;
    }

    @Override
    public void begin(WalletPlace place) {
        if (!place.team().equals(transactions.team())) {
            throw new IllegalArgumentException("a wallet of another team");
        }
        transactions.sql().insertInto(WALLET_PLACE)
                .set(WALLET_PLACE.TEAM_ID, place.team())
                .set(WALLET_PLACE.VERSION, place.version())
                .set(WALLET_PLACE.BALANCE, place.balance())
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void end() {
        transactions.sql().deleteFrom(WALLET_PLACE).where(WALLET_PLACE.TEAM_ID.eq(transactions.team())).execute();
    }

    @Override
    public List<WalletFeed> wallets() {
        return acrossTeams.run(sql -> sql.select(WALLET_PLACE.TEAM_ID, WALLET_PLACE.VERSION, WALLET_PLACE.BALANCE, ENDPOINT.WALLET_LOW_BELOW)
                .from(WALLET_PLACE)
                .leftJoin(ENDPOINT).on(ENDPOINT.TEAM_ID.eq(WALLET_PLACE.TEAM_ID).and(ENDPOINT.ENABLED))
                .fetchGroups(row -> new WalletPlace(row.value1(), row.value2(), row.value3()), row -> row.get(ENDPOINT.WALLET_LOW_BELOW)))
                .entrySet().stream()
                .map(feed -> new WalletFeed(feed.getKey(), feed.getValue().stream().filter(Objects::nonNull)
                        .collect(Collectors.toCollection(HashSet::new))))
                .toList();
    }

    @Override
    public boolean tell(WalletPlace from, WalletPlace to, List<Event> events, Instant now) {
        return acrossTeams.run(sql -> {
            boolean moved = sql.update(WALLET_PLACE)
                    .set(WALLET_PLACE.VERSION, to.version())
                    .set(WALLET_PLACE.BALANCE, to.balance())
                    .where(WALLET_PLACE.TEAM_ID.eq(from.team()).and(WALLET_PLACE.VERSION.eq(from.version())))
                    .execute() == 1;
            if (moved) {
                events.forEach(event -> FanOut.tell(sql, from.team(), ids.next(), event, now));
            }
            return moved;
        });
    }

    @Override
    public void tell(TeamId team, UUID id, Event event, Instant at) {
        acrossTeams.run(sql -> {
            FanOut.tell(sql, team, id, event, at);
            return Set.of();
        });
    }
}
