package io.tastemaker.application.exports;

import io.tastemaker.application.exports.out.FileLinks;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Anonymous;
import io.tastemaker.domain.access.Refusal;
import java.time.InstantSource;

/**
 * Hands a file to whoever has a link that is open: it was shown to somebody who could read what is in the file, and handed on. A link knows no
 * person whom one could ask again, which is why it closes soon.
 */
public final class FetchByLink {

    private final FileLinks links;
    private final HandingOut handingOut;
    private final InstantSource clock;

    FetchByLink(FileLinks links, HandingOut handingOut, InstantSource clock) {
        this.links = links;
        this.handingOut = handingOut;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param caller nobody in particular
     * @param signed the link, as it was sent
     */
    public record Query(Anonymous caller, String signed) {
        /** Says nothing that opens anything. */
        @Override
        public String toString() {
            return "Query[]";
        }
    }

    /**
     * Hands it out.
     *
     * @param query what is asked
     * @return the file
     * @throws Refusal.NotFound when nobody signed this link, when it is closed, or when the file is gone; the answer is the same
     */
    public HandedFile handle(Query query) {
        FileLinks.Link link = links.read(query.signed())
                .filter(known -> clock.instant().isBefore(known.until()))
                .orElseThrow(Refusal.NotFound::new);
        return handingOut.hand(new Actor.System("signed-link", link.team()), link.export()).orElseThrow(Refusal.NotFound::new);
    }
}
