package io.tastemaker.adapters.persistence.wallets;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.adapters.persistence.shared.TestDatabase;
import io.tastemaker.application.identity.out.Seats;
import io.tastemaker.application.identity.out.SeatsContract;
import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.WalletFixtures;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.entitlements.PlanId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanSeatsTest extends SeatsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final Wallets wallets = new JooqWallets(DATABASE.database().wallets(), DATABASE.transactions());
    private final Tariffs tariffs = new JooqTariffs(DATABASE.acrossTeams(), "free", InstantSource.system());

    @Override
    protected Seats seats() {
        return seatsAt(Instant.now());
    }

    private Seats seatsAt(Instant time) {
        return new PlanSeats(wallets, tariffs, InstantSource.fixed(time));
    }

    @Test
    void the_plan_of_the_moment_tells_the_seats() {
        Instant now = Instant.now();
        TeamId team = new TeamId(UUID.randomUUID());
        DATABASE.asSuperuser("insert into identity.team (team_id, name, created_at) values ('%s', 'Lima', '%s')".formatted(team, now));

        assertThat(seatsAt(now).of(team)).hasValue(1);
        putOn(team, "standard", false, now);
        putOn(team, "premium", true, now);

        assertThat(seatsAt(now).of(team)).hasValue(2);
        assertThat(seatsAt(now.plus(Duration.ofDays(32))).of(team)).hasValue(5);
    }

    private void putOn(TeamId team, String plan, boolean atPeriodEnd, Instant now) {
        WalletFixtures.write(wallets, team, now,
                new WalletCommand.ChangePlan(OperationKey.once(UUID.randomUUID()), new PlanId(plan, 1), atPeriodEnd, "system:test"));
    }
}
