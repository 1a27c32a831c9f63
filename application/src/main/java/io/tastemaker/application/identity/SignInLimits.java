package io.tastemaker.application.identity;

import io.tastemaker.application.identity.out.Throttles.Limit;
import java.time.Duration;

/**
 * How often one may try to get in. A source that signed in to an account before is counted apart from all others, so that who attacks an
 * account does not lock its owner out.
 *
 * @param guessesPerAccount passwords tried on one account, counted for the known sources one by one and for all others together
 * @param guessesPerSource passwords tried from one source, on whatever account
 * @param lettersPerAddress letters asked for one address
 * @param lettersPerSource letters asked for from one source
 * @param invitationsPerAddress invitations mailed to one address, by all teams together
 * @param invitationsPerTeam invitations mailed by one team
 */
public record SignInLimits(Limit guessesPerAccount, Limit guessesPerSource, Limit lettersPerAddress, Limit lettersPerSource,
        Limit invitationsPerAddress, Limit invitationsPerTeam) {

    /**
     * Ten guesses a minute for an account and sixty for a source; five letters an hour for an address and thirty for a source; five
     * invitations an hour to an address and a hundred from a team.
     */
    public static final SignInLimits DEFAULT = new SignInLimits(new Limit(10, Duration.ofMinutes(1)), new Limit(60, Duration.ofMinutes(1)),
            new Limit(5, Duration.ofHours(1)), new Limit(30, Duration.ofHours(1)),
            new Limit(5, Duration.ofHours(1)), new Limit(100, Duration.ofHours(1)));
}
