package io.tastemaker.adapters.http.shared;

import java.util.Locale;

/** The kinds of calls that are limited apart from each other. A team's calls are counted together, whoever of it makes them. */
public enum RateClass {
    /** A team reads. */
    READING(new Rate(50, 1_200)),
    /** A team changes something, or asks a question with a body. */
    WRITING(new Rate(20, 600)),
    /** A team asks for what credits are charged for. */
    SEARCHING(new Rate(20, 600)),
    /** A team sends or takes whole lists. */
    TRANSFERS(new Rate(5, 60)),
    /** Somebody unknown signs up, signs in or spends a mailed token; counted by source. */
    SIGN_IN(new Rate(10, 120)),
    /** Somebody unknown calls a public route; counted by source. */
    PUBLIC(new Rate(20, 600)),
    /** Calls with no credential or a wrong one where one is needed; counted by source, and refused before the next is looked up. */
    REFUSED(new Rate(20, 120));

    private final Rate usual;

    RateClass(Rate usual) {
        this.usual = usual;
    }

    /**
     * What is allowed when nothing else is set.
     *
     * @return the limits
     */
    public Rate usual() {
        return usual;
    }

    /**
     * The name in documents and answers.
     *
     * @return in snake_case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What calls of a route are counted as, unless it says otherwise. */
    static RateClass of(RouteDraft draft) {
        if (draft.access instanceof Access.Open && draft.path.startsWith(Route.BASE + "/auth/")) {
            return SIGN_IN;
        }
        if (!(draft.access instanceof Access.Needs)) {
            return PUBLIC;
        }
        if (draft.uploadShape.isPresent()) {
            return TRANSFERS;
        }
        if (!draft.actions.isEmpty()) {
            return SEARCHING;
        }
        return draft.method == Route.Method.GET ? READING : WRITING;
    }
}
