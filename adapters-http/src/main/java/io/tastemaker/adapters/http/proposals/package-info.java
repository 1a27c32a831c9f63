/** Routes: proposals, their versions and templates, and to whom they are open. */
package io.tastemaker.adapters.http.proposals;
