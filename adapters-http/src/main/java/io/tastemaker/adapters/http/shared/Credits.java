package io.tastemaker.adapters.http.shared;

/** The headers in which routes speak of credits. */
public final class Credits {

    /** In a request: the most that it may cost. */
    public static final String MAX = "X-Credits-Max";

    /** What was charged. */
    public static final String CHARGED = "X-Credits-Charged";

    /** From where it was paid. */
    public static final String SOURCE = "X-Credits-Source";

    /** What is set aside for a job, and charged when it has done its work. */
    public static final String RESERVED = "X-Credits-Reserved";

    /** What is left for the action; where an action is priced and the caller has a wallet. */
    public static final String REMAINING = "X-Credits-Remaining";

    private static final String NONE = "none";

    private Credits() {}

    /** What ended before anything could be charged says so: every answer of a route that charges tells what was charged. */
    static Reply onEvery(Reply reply) {
        return switch (reply) {
            case Answer answer when !answer.headers().containsKey(CHARGED) -> answer.header(CHARGED, "0").header(SOURCE, NONE);
            case Problem problem when !problem.headers().containsKey(CHARGED) -> problem.header(CHARGED, "0").header(SOURCE, NONE);
            case Answer answer -> answer;
            case Problem problem -> problem;
            case Download download -> download;
            case LineStream lines -> lines;
            case EventStream stream -> stream;
        };
    }
}
