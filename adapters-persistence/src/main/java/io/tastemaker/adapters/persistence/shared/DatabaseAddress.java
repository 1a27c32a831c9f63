package io.tastemaker.adapters.persistence.shared;

/**
 * Where the database is, and who logs in for what.
 *
 * @param url the JDBC URL of a PostgreSQL database
 * @param owner owns the tables; only migrates
 * @param app serves the teams; row-level security holds for it
 * @param platform works across teams, by policies of its own
 */
public record DatabaseAddress(String url, Login owner, Login app, Login platform) {

    /**
     * A user of the database.
     *
     * @param user the name
     * @param password the password
     */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }
}
