/** What a plan gives: quotas, seats, features and gifts, as plain data that operators change, and as pure functions over it. */
package io.tastemaker.domain.entitlements;
