package io.tastemaker.application.shared;

/** A letter to somebody who has no account: it has a link, and the way never to be written to again. */
public final class LetterWithLink {

    private LetterWithLink() {}

    /**
     * The letter.
     *
     * @param to the address
     * @param subject one line
     * @param body what is written
     * @param team who writes
     * @param link leads to a page where one can ask for no more letters
     * @return body and footer
     */
    public static Letter of(String to, String subject, String body, String team, String link) {
        return new Letter(to, subject, body + footer(team, link));
    }

    /**
     * What stands at the end of each.
     *
     * @param team who writes
     * @param link as above
     * @return the footer
     */
    public static String footer(String team, String link) {
        return "\n\n-- \nThis letter comes from " + line(team) + ", who works with Tastemaker.\n"
                + "Never want to be written to again, by anybody who does? Open this link and say so:\n" + link + "\n";
    }

    /**
     * A name that somebody chose must not begin a line of its own.
     *
     * @param name any text
     * @return the same on one line
     */
    public static String line(String name) {
        return name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }
}
