package io.tastemaker.application.shared;

/** Where people reach this program; links in mail begin with it, whatever a request calls the host. Asked when a letter is written. */
@FunctionalInterface
public interface PublicUrl {

    /**
     * The address.
     *
     * @return such as {@code https://app.example.com}, without a slash at its end
     */
    String origin();

    /**
     * A link whose token stays in the browser.
     *
     * @param page such as {@code verify-email}
     * @param token goes into the fragment, which is sent to no server and kept in no log
     * @return the link
     */
    default String link(String page, String token) {
        return origin() + "/" + page + "#" + token;
    }
}
