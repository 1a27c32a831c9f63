/** Who may do what: actors, roles, permissions and the policy that decides, as pure functions. */
package io.tastemaker.domain.access;
