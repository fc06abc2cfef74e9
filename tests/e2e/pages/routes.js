// Every address there is, with the name its tab shows and the heading it has.
import { plansPath } from "./plans.js";
import { toolsOf } from "./tools.js";
import { lessonPaths, lessonTitle, sheetWords } from "./words.js";

/** `heading` is left out where the heading is the person's own or depends on the hour. */
export function routes(words, language) {
  const { nav, goals, meetings, review, support } = words;
  // The lessons of a path are made of the same blocks.
  const lessons = lessonPaths().map(([slug]) => ({ path: `/learn/${slug}`, name: nav.learn, heading: lessonTitle(language, slug) }));
  const tools = toolsOf(language).map(({ slug, title }) => ({ path: `/tools/${slug}`, name: nav.tools, heading: title }));
  return [
    { path: "/", name: nav.today },
    { path: "/check-in", name: nav.check_in, heading: nav.check_in },
    { path: "/check-in/2020-02-29", name: nav.check_in, heading: nav.check_in },
    { path: "/goals", name: nav.goals, heading: nav.goals },
    { path: "/goals/new", name: nav.goals, heading: goals.new },
    { path: "/goals/review", name: nav.goals, heading: review.title },
    { path: "/goals/review/2026-W40", name: nav.goals, heading: review.said },
    { path: "/plan", name: nav.plan, heading: nav.plan },
    { path: "/plan/2026-W48", name: nav.plan, heading: nav.plan },
    { path: "/plan/discover", name: nav.discover, heading: nav.discover },
    { path: "/plan/now", name: nav.plan, heading: words.for_now.title },
    { path: "/plan/helps", name: nav.plan, heading: words.helps.title },
    { path: "/plan/rewards", name: nav.plan, heading: words.rewards.title },
    { path: "/hobbies", name: nav.hobbies, heading: nav.hobbies },
    { path: "/support", name: nav.support, heading: nav.support },
    { path: "/support/people", name: nav.support, heading: nav.support },
    { path: "/support/people/new", name: nav.support, heading: support.new_person },
    { path: "/support/circle", name: nav.support, heading: support.circle },
    { path: "/support/agreements", name: nav.support, heading: words.agreement.title },
    { path: "/support/agreements/new", name: nav.support, heading: words.agreement.new },
    { path: "/support/messages", name: nav.support, heading: words.message.title },
    { path: "/support/card", name: nav.support, heading: words.card.title },
    { path: "/card", name: nav.card, heading: nav.card },
    { path: "/support/story", name: words.story.title, heading: words.story.title },
    { path: "/support/story/new", name: words.story.title, heading: words.story.write },
    { path: "/support/shared", name: nav.support, heading: words.shared.title },
    { path: "/support/meetings/guide", name: nav.support, heading: words.guide.title },
    { path: "/support/phrases", name: nav.support, heading: words.phrases.title },
    { path: "/support/meetings", name: nav.meetings, heading: nav.meetings },
    { path: "/support/meetings/new", name: nav.meetings, heading: meetings.new },
    { path: "/support/meetings/attended", name: nav.meetings, heading: words.attendance.title },
    { path: "/support/meetings/sheet", name: nav.meetings, heading: meetings.sign_off },
    { path: "/support/meetings/import", name: nav.meetings, heading: meetings.import },
    { path: "/learn", name: nav.learn, heading: nav.learn },
    { path: "/learn/again", name: nav.learn, heading: words.remember.title },
    ...lessons,
    { path: "/tools", name: nav.tools, heading: nav.tools },
    { path: "/tools/craving", name: nav.tools, heading: words.tools.craving },
    ...tools,
    { path: "/plans", name: nav.plans, heading: nav.plans },
    ...["safety", "overdose", "warning"].map((plan) => ({ path: plansPath(plan), name: nav.plans, heading: sheetWords(language, plan, 0).heading })),
    { path: "/progress", name: nav.progress, heading: nav.progress },
    { path: "/reports", name: nav.reports, heading: nav.reports },
    { path: "/reports/me", name: nav.reports, heading: nav.reports },
    { path: "/settings", name: nav.settings, heading: nav.settings },
    { path: "/settings/backup", name: nav.settings, heading: words.backup.back_up },
    { path: "/settings/restore", name: nav.settings, heading: words.backup.restore },
    { path: "/settings/check-backup", name: nav.settings, heading: words.backup.check },
    { path: "/settings/lock", name: nav.settings, heading: words.settings.lock },
    { path: "/settings/storage", name: nav.settings, heading: words.keeping.title },
    { path: "/settings/privacy", name: nav.settings, heading: words.privacy.title },
    { path: "/nowhere", name: nav.not_here, heading: nav.not_here },
  ];
}
