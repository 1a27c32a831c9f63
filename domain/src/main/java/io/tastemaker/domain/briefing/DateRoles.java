package io.tastemaker.domain.briefing;

import java.util.Optional;
import java.util.Set;

/** Whether a day begins a campaign or ends it: what the words around it say. */
final class DateRoles {

    /** What a day is to a campaign. */
    enum Role { START, END, BOTH, OPEN }

    private final Sheet sheet;

    DateRoles(Sheet sheet) {
        this.sheet = sheet;
    }

    Optional<Role> roleBefore(int start) {
        int sentence = sheet.sentenceStart(start);
        for (int i = start; i > sentence && start - i < 7; i--) {
            Optional<Phrases.Hit<String>> end = DateWords.ENDING.before(sheet, i);
            Optional<Phrases.Hit<String>> begin = DateWords.STARTING.before(sheet, i);
            if (end.isPresent() && (begin.isEmpty() || length(end.get()) > length(begin.get()))) {
                boolean startBy = Set.of("by", "no later than", "latest").contains(sheet.at(end.get().start()).word())
                        && DateWords.STARTING.before(sheet, end.get().start()).isPresent();
                return Optional.of(startBy ? Role.START : Role.END);
            }
            if (begin.isPresent()) {
                return Optional.of(Role.START);
            }
            if (DateWords.BEFORE.before(sheet, i).isPresent()) {
                return Optional.of(Role.END);
            }
            if (!DateWords.FILLERS.contains(sheet.at(i - 1).word()) || sheet.taken(i - 1) != null) {
                break;
            }
        }
        // "push the start to 10 March", "verschiebe das Ende auf den 5. Mai"
        for (int i = start - 1; i >= start - 3 && i > sentence; i--) {
            if (Set.of("to", "al", "a", "para", "ao", "auf", "au").contains(sheet.at(i).word())) {
                if (DateWords.STARTING.before(sheet, i).isPresent()) {
                    return Optional.of(Role.START);
                }
                if (DateWords.ENDING.before(sheet, i).isPresent()) {
                    return Optional.of(Role.END);
                }
            }
        }
        return sheet.near(start - 1).is("to") && !Modes.label(sheet, start - 2).isPresent() ? Optional.of(Role.END) : Optional.empty();
    }

    /** "shift the campaign to June": all of it. */
    boolean isMoved(int start) {
        if (!Set.of("to", "al", "a", "para", "ao", "auf", "au", "in").contains(sheet.near(start - 1).word())) {
            return false;
        }
        for (int i = start - 2; i >= start - 6 && i >= sheet.sentenceStart(start); i--) {
            if (DateWords.STARTING.at(sheet, i).isPresent() || DateWords.ENDING.at(sheet, i).isPresent()) {
                return false;
            }
            if (Set.of("shift", "move", "postpone", "reschedule", "push", "delay", "verschiebe", "verschieben", "verlege", "mueve", "mover", "movemos",
                    "aplaza",
                    "deplace", "decale", "deplacer", "sposta", "spostiamo", "mude", "mova", "adia", "passa").contains(sheet.at(i).word())) {
                return true;
            }
        }
        return false;
    }

    Optional<Role> roleAfter(int end) {
        int i = end;
        while (i < end + 2 && Set.of("is", "as", "the", "geht", "es", "s").contains(sheet.near(i).word())) {
            i++;
        }
        String word = sheet.near(i).word();
        if (Set.of("start", "kickoff", "launch", "los", "beginnt", "onwards", "onward", "an").contains(word) && !sheet.near(i).is(Token.Kind.BREAK)) {
            return Optional.of(Role.START);
        }
        return Set.of("end", "deadline", "latest").contains(word) ? Optional.of(Role.END) : Optional.empty();
    }

    private static int length(Phrases.Hit<?> hit) {
        return hit.end() - hit.start();
    }
}
