package io.tastemaker.application.wallets;

import io.tastemaker.application.wallets.out.Tariffs;
import io.tastemaker.application.wallets.out.Wallets;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.wallets.WalletCommand;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where commands for wallets queue. Of those that wait for one wallet, the first caller works for all: it folds their commands into one
 * decision and one write, and hands over to the next. So a busy wallet costs one write for many commands, and an idle one costs nothing.
 * There is no thread and no timer behind it. Several programs beside each other are kept apart by the version of the wallet.
 */
public final class WalletDesk {

    /** So many commands are folded into one write. */
    private static final int MOST_TOGETHER = 64;

    /** So many callers wait for one wallet; the next is told to come again. */
    private static final int MOST_WAITING = 1_024;

    /** So many wallets are remembered, at one or two kilobytes each; of those that nobody uses some are forgotten then. */
    private static final int MOST_REMEMBERED = 20_000;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final Wallets wallets;
    private final Tariffs tariffs;
    private final InstantSource clock;
    private final ConcurrentHashMap<TeamId, Mailbox> mailboxes = new ConcurrentHashMap<>();

    /** A desk before a store. All commands of a program go through one desk. */
    public WalletDesk(Wallets wallets, Tariffs tariffs, InstantSource clock) {
        this.wallets = wallets;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    private static final class Mailbox {
        private final Deque<Ticket> waiting = new ArrayDeque<>();
        private final WalletFold fold;
        private boolean busy;
        private boolean closed;

        Mailbox(WalletFold fold) {
            this.fold = fold;
        }

        /** Takes a ticket; tells its caller to work when nobody does. Too many waiting: nothing is taken. */
        synchronized Entry enter(Ticket ticket) {
            if (closed) {
                return Entry.CLOSED;
            }
            if (waiting.size() >= MOST_WAITING) {
                return Entry.FULL;
            }
            waiting.add(ticket);
            Entry entry = busy ? Entry.WAIT : Entry.WORK;
            busy = true;
            return entry;
        }

        synchronized List<Ticket> next() {
            List<Ticket> batch = new ArrayList<>(Math.min(waiting.size(), MOST_TOGETHER));
            while (batch.size() < MOST_TOGETHER && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            return batch;
        }

        synchronized void handOver() {
            if (waiting.isEmpty()) {
                busy = false;
            } else {
                waiting.element().wakeToWork();
            }
        }

        synchronized boolean closeIfIdle() {
            closed = closed || !busy;
            return closed;
        }
    }

    private enum Entry {
        WORK,
        WAIT,
        FULL,
        CLOSED
    }

    /**
     * Asks a wallet for something.
     *
     * @param team the owner
     * @param command what
     * @return what it answered
     * @throws Refusal.NotFound when there is no such team
     * @throws Refusal.Unavailable when too many wait, or the store cannot serve; a command under a key that can be repeated is then in
     *     doubt, and a repeat of it gets the first answer
     */
    Answered ask(TeamId team, WalletCommand command) {
        Ticket ticket = new Ticket(command);
        Mailbox mailbox = mailbox(team);
        Entry entry = mailbox.enter(ticket);
        while (entry == Entry.CLOSED) {
            mailboxes.remove(team, mailbox);
            mailbox = mailbox(team);
            entry = mailbox.enter(ticket);
        }
        if (entry == Entry.FULL) {
            throw new Refusal.Unavailable("wallet", COME_AGAIN);
        }
        if (entry == Entry.WORK || ticket.mustWork()) {
            work(mailbox, ticket);
        }
        return ticket.result();
    }

    /**
     * Works until the own ticket has its answer, which is after one round, since it stands first. Whatever happens, nobody is left waiting:
     * an interruption is this caller's own, and what the work could not answer it fails.
     */
    private static void work(Mailbox mailbox, Ticket own) {
        boolean interrupted = Thread.interrupted();
        try {
            while (!own.isDone()) {
                List<Ticket> batch = mailbox.next();
                try {
                    mailbox.fold.answer(batch);
                } finally {
                    batch.forEach(Ticket::giveUp);
                }
            }
        } finally {
            mailbox.handOver();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Mailbox mailbox(TeamId team) {
        Mailbox known = mailboxes.get(team);
        if (known != null) {
            return known;
        }
        if (mailboxes.size() >= MOST_REMEMBERED) {
            forgetSome();
        }
        return mailboxes.computeIfAbsent(team, absent -> new Mailbox(new WalletFold(team, wallets, tariffs, clock)));
    }

    private void forgetSome() {
        mailboxes.entrySet().stream().limit(MOST_REMEMBERED / 10)
                .filter(entry -> entry.getValue().closeIfIdle())
                .toList()
                .forEach(entry -> mailboxes.remove(entry.getKey(), entry.getValue()));
    }
}
