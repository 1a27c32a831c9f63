package io.tastemaker.application.wallets.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.tastemaker.domain.entitlements.Action;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Spend;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletChange;
import io.tastemaker.domain.wallets.WalletCommand;
import io.tastemaker.domain.wallets.WalletDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Commands to test with, and what is decided on them under the prices that the program ships with. */
public final class WalletFixtures {

    /** A member. */
    public static final String ANA = "user:ana";
    /** Another member. */
    public static final String BEN = "user:ben";
    /** The platform's staff. */
    public static final String ROOT = "operator:root";

    private WalletFixtures() {}

    /** The key of a client's request. */
    public static OperationKey key(String name) {
        return OperationKey.ofClient("POST /test", name);
    }

    /** Uses some units of an action. */
    public static WalletCommand.Charge charge(String key, Action action, long units, String actor) {
        return new WalletCommand.Charge(key(key), Spend.of(action, units, actor));
    }

    /** Opens something. */
    public static WalletCommand.Charge open(String key, Action action, String target, String actor) {
        return new WalletCommand.Charge(key(key), Spend.of(action, 1, actor).opening(target));
    }

    /** Sets some units aside for a quarter of an hour. */
    public static WalletCommand.Reserve reserve(String key, Action action, long units, String actor) {
        return reserve(key, action, units, actor, WalletCommand.Reserve.USUAL_TTL);
    }

    /** Sets some units aside. */
    public static WalletCommand.Reserve reserve(String key, Action action, long units, String actor, Duration ttl) {
        return new WalletCommand.Reserve(key(key), Spend.of(action, units, actor), ttl);
    }

    /** Gives bought credits. */
    public static WalletCommand.Grant topUp(String source, long credits) {
        return WalletCommand.Grant.of(source, LotKind.TOP_UP, credits, ROOT);
    }

    /** Gives all credits of an operation back. */
    public static WalletCommand.Refund refund(String key, TeamId team, WalletCommand reversed) {
        return refund(key, team, reversed, OptionalLong.empty());
    }

    /** Gives credits of an operation back. */
    public static WalletCommand.Refund refund(String key, TeamId team, WalletCommand reversed, OptionalLong credits) {
        return new WalletCommand.Refund(OperationKey.ofReversal(key), reversed.operation(team), credits, ROOT, Optional.of("they asked"));
    }

    /** What is decided on a command now. */
    public static WalletDecision decide(Wallets wallets, TeamId team, WalletCommand command, Instant now) {
        Wallet wallet = wallets.load(team).orElseThrow();
        Facts.Wanted wanted = Facts.wantedFor(wallet, command, now);
        Facts facts = wanted.isNothing() ? Facts.NONE : wallets.facts(team, wanted, now);
        return wallet.decide(command, facts, TariffFixtures.TARIFF, now);
    }

    /** What is to be written for a command now. */
    public static WalletChange change(Wallets wallets, TeamId team, WalletCommand command, Instant now) {
        WalletDecision decision = decide(wallets, team, command, now);
        assertThat(decision).isInstanceOf(WalletDecision.Write.class);
        return ((WalletDecision.Write) decision).change();
    }

    /** Decides on commands, one after the other, and writes what comes of each. */
    public static void write(Wallets wallets, TeamId team, Instant now, WalletCommand... commands) {
        for (WalletCommand command : commands) {
            assertThat(wallets.apply(change(wallets, team, command, now))).isEqualTo(new Wallets.Applied.Written());
        }
    }
}
