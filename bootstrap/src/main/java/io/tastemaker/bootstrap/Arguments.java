package io.tastemaker.bootstrap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What stands behind a command: words, and options of the form {@code --name value}. Names every fault at once. */
final class Arguments {

    /** A command line that cannot be understood, with every reason. */
    static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Faulty(List<String> faults) {
            super(String.join("\n", faults));
        }
    }

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * Reads the arguments.
     *
     * @param arguments all of them
     * @param known the options the command has, without dashes
     */
    Arguments(List<String> arguments, Set<String> known) {
        this(arguments, known, Set.of());
    }

    /**
     * Reads the arguments of a command that has flags.
     *
     * @param arguments all of them
     * @param known the options the command has, without dashes
     * @param knownFlags options without a value, without dashes
     */
    Arguments(List<String> arguments, Set<String> known, Set<String> knownFlags) {
        for (int index = 0; index < arguments.size(); index++) {
            String argument = arguments.get(index);
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            if (knownFlags.contains(argument.substring(2))) {
                flags.add(argument.substring(2));
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            if (!known.contains(name)) {
                faults.add("--" + name + " is not an option here; there " + (known.isEmpty() ? "are none" : "is --" + String.join(", --", new TreeSet<>(known))));
            }
            if (equals >= 0) {
                options.put(name, argument.substring(equals + 1));
            } else if (index + 1 < arguments.size() && !arguments.get(index + 1).startsWith("--")) {
                options.put(name, arguments.get(++index));
            } else {
                faults.add("--" + name + " needs a value");
            }
        }
    }

    /** The word at a place, if there is one. */
    Optional<String> word(int place) {
        return place < words.size() ? Optional.of(words.get(place)) : Optional.empty();
    }

    /** The word at a place; a fault when there is none. */
    String word(int place, String meaning) {
        return word(place).orElseGet(() -> {
            faults.add(meaning + " is missing");
            return "";
        });
    }

    /** An option, read; a fault when it cannot be. */
    <T> Optional<T> option(String name, String wanted, Function<String, Optional<T>> read) {
        String value = options.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> result = read.apply(value);
        if (result.isEmpty()) {
            faults.add("--" + name + " must be " + wanted + ": " + value);
        }
        return result;
    }

    /** An option as it was written. */
    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Whether a flag was given. */
    boolean flag(String name) {
        return flags.contains(name);
    }

    /** A whole number of at least 1. */
    Optional<Long> count(String name) {
        return option(name, "a whole number of at least 1", value -> {
            try {
                long number = Long.parseLong(value.replace("_", ""));
                return number >= 1 ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        });
    }

    /** Notes a fault. */
    void fault(String fault) {
        faults.add(fault);
    }

    /** Ends the reading: there are at most so many words, and no fault. */
    void check(int mostWords) {
        if (words.size() > mostWords) {
            faults.add("not understood: " + String.join(" ", words.subList(mostWords, words.size())));
        }
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
    }
}
