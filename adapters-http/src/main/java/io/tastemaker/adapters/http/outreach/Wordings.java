package io.tastemaker.adapters.http.outreach;

import io.tastemaker.adapters.http.shared.Fault;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.domain.outreach.Placeholder;
import io.tastemaker.domain.outreach.Wording;
import io.tastemaker.domain.outreach.WordingFault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what creators are to be written, and names all that is wrong with it. */
final class Wordings {

    private Wordings() {}

    /** The faults, each with its place in the body of the request. */
    static List<Fault> faults(String subject, String body) {
        return Wording.faults(subject, body).stream()
                .map(fault -> new Fault(ProblemCode.INVALID_FIELD, "#/" + fault.part().code(), detail(fault)))
                .toList();
    }

    private static String detail(WordingFault fault) {
        return switch (fault.kind()) {
            case EMPTY -> "must not be blank";
            case TOO_LONG -> "is too long";
            case CONTROL_CHARACTER -> "has control characters";
            case UNKNOWN_PLACEHOLDER -> "has an unknown placeholder: " + fault.piece() + "; known are " + known();
            case UNCLOSED_PLACEHOLDER -> "has a placeholder that is not closed: " + fault.piece();
            case REPEATED_PLACEHOLDER -> "has a placeholder more than " + Wording.MOST_REPEATS + " times: " + fault.piece();
            case LINK_MISSING -> "must contain " + fault.piece() + ", without which nobody can answer";
            case LINK_IN_SUBJECT -> "must not contain " + fault.piece() + ": subjects stand in the logs of mail servers";
        };
    }

    private static String known() {
        return Stream.of(Placeholder.values()).map(Placeholder::code).collect(Collectors.joining(", "));
    }
}
