package io.tastemaker.domain.briefing;

/** How many keys were hit wrong. */
final class Slips {

    private Slips() {}

    /**
     * The fewest letters that are missing, too many, wrong or swapped with their neighbour.
     *
     * @param one a word
     * @param other another
     * @return 0 for equal words
     */
    static int between(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return 3;
        }
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            least[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            least[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int fewest = Math.min(Math.min(least[i - 1][j] + 1, least[i][j - 1] + 1), least[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    fewest = Math.min(fewest, least[i - 2][j - 2] + 1);
                }
                least[i][j] = fewest;
            }
        }
        return least[one.length()][other.length()];
    }
}
