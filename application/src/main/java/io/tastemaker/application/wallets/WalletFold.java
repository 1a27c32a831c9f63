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
import java.util.stream.Stream;

/** Answers commands for one wallet: folds them through the decision, one after the other, and writes what comes of all of them at once. */
final class WalletFold {

    /** So often in a row somebody else may be faster; then the store is too busy. */
    private static final int MOST_IN_VAIN = 50;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final TeamId team;
    private final Wallets wallets;
    private final Tariffs tariffs;
    private final InstantSource clock;

    /** The wallet as this program last saw it. An old one costs another round, never a wrong answer. */
    private Optional<Wallet> known = Optional.empty();

    /** Whether that was after the commands at hand had come; if not, other programs may have changed it before. */
    private boolean confirmed;

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
        confirmed = false;
        List<Ticket> left = tickets;
        int inVain = 0;
        while (!left.isEmpty()) {
            Instant now = clock.instant();
            if (known.filter(wallet -> now.isBefore(wallet.cycle().end())).isEmpty()) { // its owner may live elsewhere in the next period
                known = Optional.of(wallets.load(team).orElseThrow(Refusal.NotFound::new));
                confirmed = true;
            }
            new Round(known.get(), left, now).run();
            List<Ticket> before = left;
            left = open(before);
            inVain = left.size() < before.size() ? 0 : inVain + 1;
            if (inVain == MOST_IN_VAIN) {
                throw new Refusal.Unavailable("wallet", COME_AGAIN);
            }
        }
    }

    private static List<Ticket> open(List<Ticket> tickets) {
        return tickets.stream().filter(ticket -> !ticket.isDone()).toList();
    }

    /** One pass over commands that have no answer yet. Those that must wait for what another one does stay open for the next. */
    private final class Round {

        private final Instant now;
        private final Tariff tariff;
        private final Map<OperationKey, Ticket> taken = new LinkedHashMap<>();
        private final List<Ticket> repeats = new ArrayList<>();
        private final Map<Ticket, WalletAnswer> passing = new HashMap<>();
        private final List<Ticket> writing = new ArrayList<>();
        private Wallet wallet;
        private Optional<WalletChange> change = Optional.empty();

        Round(Wallet wallet, List<Ticket> tickets, Instant now) {
            this.wallet = wallet;
            this.now = now;
            this.tariff = tariffs.currentFor(wallet);
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
                    confirmed = true;
                    Map<UUID, Operation> booked = byId(wanted.operations());
                    writing.forEach(ticket -> ticket.answer(Optional.ofNullable(booked.get(ticket.command.operation(team)))
                            .map(Answered::written)
                            .orElseGet(() -> Answered.passing(new WalletAnswer.Booked(0, wanted.after().debt())))));
                    repeats.forEach(ticket -> answerFrom(booked, ticket));
                }
                case Wallets.Applied.Outdated outdated -> known = Optional.empty();
                case Wallets.Applied.Clash(Wallets.Existing what) -> clashed(what);
            }
        }

        /** A repeat is answered as the first was, whatever else clashed with it. */
        private void clashed(Wallets.Existing what) {
            passing.clear(); // decided behind what was not written
            known = Optional.empty();
            Map<UUID, Operation> stored = stored(writing);
            if (!stored.isEmpty()) {
                Stream.concat(writing.stream(), repeats.stream()).forEach(ticket -> answerFrom(stored, ticket));
                return;
            }
            switch (what) {
                case OPERATION -> {
                    if (wallets.load(team).filter(current -> current.version() == change.orElseThrow().before()).isPresent()) {
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

        /**
         * What would be answered now does not count where something was answered before. Nor does it count when nothing was written that
         * would have shown that another program had changed the wallet; then the next round decides on the wallet as it is stored.
         */
        private void answerPassing() {
            if (passing.isEmpty() || known.isEmpty()) {
                return;
            }
            if (!confirmed) {
                known = Optional.empty();
                return;
            }
            Map<UUID, Operation> stored = stored(passing.keySet().stream().filter(ticket -> ticket.command.key().isRepeatable()).toList());
            passing.forEach((ticket, answer) -> {
                answerFrom(stored, ticket);
                ticket.answer(Answered.passing(answer)); // the first answer counts
            });
            repeats.forEach(ticket -> answerFrom(stored, ticket));
        }

        private void answerFrom(Map<UUID, Operation> stored, Ticket ticket) {
            Optional.ofNullable(stored.get(ticket.command.operation(team))).ifPresent(ticket::answerFrom);
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
