package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.Facts;
import io.tastemaker.domain.wallets.Operation;
import io.tastemaker.domain.wallets.OperationKey;
import io.tastemaker.domain.wallets.Tariff;
import io.tastemaker.domain.wallets.Wallet;
import io.tastemaker.domain.wallets.WalletAnswer;
import io.tastemaker.domain.wallets.WalletChange;
import io.tastemaker.domain.wallets.WalletCommand;
import io.tastemaker.domain.wallets.WalletDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers commands for one wallet: folds them through the decision, one after the other, and writes what comes of all of them at once. */
final class WalletFold {

    /** So often somebody else may be faster; then the store is too busy. */
    private static final int MOST_ROUNDS = 50;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final TeamId team;
    private final Wallets wallets;
    private final Tariffs tariffs;
    private final InstantSource clock;

    /** The wallet as this program last saw it. An old one costs another round, never a wrong answer. */
    private Optional<Wallet> known = Optional.empty();

    WalletFold(TeamId team, Wallets wallets, Tariffs tariffs, InstantSource clock) {
        this.team = team;
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /** Gives every ticket an answer or a failure. When all together fail, each is tried alone, so that one cannot spoil the others. */
    void answer(List<Ticket> tickets) {
        try {
            answerTogether(tickets);
        } catch (Refusal refusal) {
            known = Optional.empty();
            open(tickets).forEach(ticket -> ticket.fail(refusal));
        } catch (RuntimeException | Error failure) {
            known = Optional.empty();
            List<Ticket> left = open(tickets);
            if (left.size() == 1) {
                left.getFirst().fail(failure);
            } else {
                left.forEach(ticket -> answer(List.of(ticket)));
            }
        }
    }

    private void answerTogether(List<Ticket> tickets) {
        List<Ticket> left = tickets;
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new Refusal.Unavailable("wallet", COME_AGAIN);
            }
            if (known.isEmpty()) {
                known = Optional.of(wallets.load(team).orElseThrow(Refusal.NotFound::new));
            }
            new Round(known.get(), left).run();
            left = open(left);
        }
    }

    private static List<Ticket> open(List<Ticket> tickets) {
        return tickets.stream().filter(ticket -> !ticket.isDone()).toList();
    }

    /** One pass over commands that have no answer yet. Those that must wait for what another one does stay open for the next. */
    private final class Round {

        private final Instant now = clock.instant();
        private final Tariff tariff = tariffs.current();
        private final Map<OperationKey, Ticket> taken = new LinkedHashMap<>();
        private final List<Ticket> repeats = new ArrayList<>();
        private final Map<Ticket, WalletAnswer> passing = new HashMap<>();
        private final List<Ticket> writing = new ArrayList<>();
        private Wallet wallet;
        private Optional<WalletChange> change = Optional.empty();

        Round(Wallet wallet, List<Ticket> tickets) {
            this.wallet = wallet;
            for (Ticket ticket : tickets) {
                if (taken.putIfAbsent(ticket.command.key(), ticket) != null) {
                    repeats.add(ticket);
                }
            }
        }

        void run() {
            List<Ticket> deciding = new ArrayList<>();
            Facts.Wanted wanted = Facts.Wanted.NOTHING;
            for (Ticket ticket : taken.values()) {
                Facts.Wanted needed = Facts.wantedFor(wallet, ticket.command, now);
                if (!needed.meets(wanted)) {
                    wanted = wanted.and(needed);
                    deciding.add(ticket);
                }
            }
            Facts facts = wanted.isNothing() ? Facts.NONE : wallets.facts(team, wanted, now);
            deciding.forEach(ticket -> decide(ticket, facts));
            change.ifPresent(this::write);
            answerPassing();
        }

        private void decide(Ticket ticket, Facts facts) {
            switch (wallet.decide(ticket.command, facts, tariff, now)) {
                case WalletDecision.Write(WalletChange more, WalletAnswer.Lasting answer) -> {
                    change = Optional.of(change.map(so -> so.then(more)).orElse(more));
                    wallet = more.after();
                    writing.add(ticket);
                }
                case WalletDecision.Pass(WalletAnswer answer) -> passing.put(ticket, answer);
            }
        }

        private void write(WalletChange wanted) {
            switch (wallets.apply(wanted)) {
                case Wallets.Applied.Written written -> {
                    known = Optional.of(wanted.after());
                    Map<UUID, Operation> booked = byId(wanted.operations());
                    writing.forEach(ticket -> ticket.answer(Optional.ofNullable(booked.get(ticket.command.operation(team)))
                            .map(Answered::written)
                            .orElseGet(() -> Answered.passing(new WalletAnswer.Booked(0, wanted.after().debt())))));
                    repeats.stream().filter(ticket -> booked.containsKey(ticket.command.operation(team)))
                            .forEach(ticket -> ticket.answerFrom(booked.get(ticket.command.operation(team))));
                }
                case Wallets.Applied.Outdated outdated -> known = Optional.empty();
                case Wallets.Applied.Clash(Wallets.Existing what) -> clashed(what);
            }
        }

        private void clashed(Wallets.Existing what) {
            passing.clear(); // decided behind what was not written
            known = Optional.empty();
            switch (what) {
                case OPERATION -> {
                    Map<UUID, Operation> stored = stored(writing);
                    writing.stream().filter(ticket -> stored.containsKey(ticket.command.operation(team)))
                            .forEach(ticket -> ticket.answerFrom(stored.get(ticket.command.operation(team))));
                    if (stored.isEmpty() && wallets.load(team).filter(wallet -> wallet.version() == change.orElseThrow().before()).isPresent()) {
                        throw new IllegalStateException("an operation of " + team + " exists that the wallet does not know");
                    }
                }
                case LOT -> {
                    if (writing.size() > 1) {
                        writing.forEach(ticket -> answer(List.of(ticket)));
                    } else if (writing.getFirst().command instanceof WalletCommand.Grant grant) {
                        writing.getFirst().answer(Answered.passing(new WalletAnswer.GrantedBefore(grant.source())));
                    } else {
                        throw new IllegalStateException("a lot of " + team + " exists that the wallet does not know");
                    }
                }
                case ACCESS -> { } // opened a moment ago by another program: the next round sees it
            }
        }

        /** What would be answered now does not count where something was answered before. */
        private void answerPassing() {
            if (passing.isEmpty() || known.isEmpty()) {
                return;
            }
            List<Ticket> repeatable = passing.keySet().stream().filter(ticket -> ticket.command.key().isRepeatable()).toList();
            Map<UUID, Operation> stored = stored(repeatable);
            passing.forEach((ticket, answer) -> Optional.ofNullable(stored.get(ticket.command.operation(team)))
                    .ifPresentOrElse(ticket::answerFrom, () -> ticket.answer(Answered.passing(answer))));
        }

        private Map<UUID, Operation> stored(List<Ticket> tickets) {
            Set<UUID> ids = tickets.stream().map(ticket -> ticket.command.operation(team)).collect(Collectors.toSet());
            return ids.isEmpty() ? Map.of() : byId(wallets.operations(team, ids));
        }

        private static Map<UUID, Operation> byId(List<Operation> operations) {
            return operations.stream().collect(Collectors.toMap(Operation::id, Function.identity()));
        }
    }
}
