package io.tastemaker.domain.campaigns;

import io.tastemaker.domain.shared.Coded;

/** What a campaign does with creators or the public. Closed: whoever treats kinds apart is told by the compiler when there is another. */
public sealed interface CampaignKind extends Coded {

    /** Creators publish for the brand. */
    record Creators() implements CampaignKind {
        @Override
        public String code() {
            return "creator";
        }
    }

    /** The public collects what a locker holds. */
    record Locker() implements CampaignKind {
        @Override
        public String code() {
            return "locker";
        }
    }

    /** The public comes to a place. */
    record Event() implements CampaignKind {
        @Override
        public String code() {
            return "event";
        }
    }

    /** The public scans a code and answers. */
    record Qr() implements CampaignKind {
        @Override
        public String code() {
            return "qr";
        }
    }

    /**
     * The kind of a code.
     *
     * @param code as {@link #code()} gives it
     * @return the kind
     * @throws IllegalArgumentException when there is no such kind
     */
    static CampaignKind of(String code) {
        return switch (code) {
            case "creator" -> new Creators();
            case "locker" -> new Locker();
            case "event" -> new Event();
            case "qr" -> new Qr();
            default -> throw new IllegalArgumentException("no kind of campaigns: " + code);
        };
    }
}
