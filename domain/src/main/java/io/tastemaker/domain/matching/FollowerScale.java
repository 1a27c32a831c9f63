package io.tastemaker.domain.matching;

/** A {@link FollowerAim} on the scale of {@link MatchScorer#decades}: the wanted range, and within it the part where nothing is lost. */
record FollowerScale(int min, int max, int idealFrom, int idealTo) {

    /** No number is wanted, so every one is right, the unknown included. */
    static final FollowerScale ANY = new FollowerScale(-1, Integer.MAX_VALUE, -1, Integer.MAX_VALUE);

    static FollowerScale of(FollowerAim aim) {
        int min = aim.min().map(FollowerScale::decades).orElse(0);
        int max = aim.max().map(FollowerScale::decades).orElse(Integer.MAX_VALUE);
        return aim.ideal().map(FollowerScale::decades)
                .map(ideal -> new FollowerScale(min, max, ideal, ideal))
                .orElseGet(() -> new FollowerScale(min, max, min, max));
    }

    private static int decades(Long followers) {
        return MatchScorer.decades(Math.toIntExact(followers));
    }
}
