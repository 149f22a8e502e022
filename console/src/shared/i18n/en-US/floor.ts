import type { floorZhCN } from '../zh-CN/floor'

export const floorEnUS: Record<keyof typeof floorZhCN, string> = {
  'warning.to-task': 'To the task',
  'warning.settled': 'Settled itself · {time}',
  'standard.by-house': 'as delivered',
  'standard.tasks': 'Call-backs and messages left',
  'standard.tasks-hint': 'Within which service hours what a customer asked for is done. A change holds for what is promised from now on.',
  'standard.task-call-back': 'Call-back',
  'standard.task-left-message': 'Answer to a message left',
  'standard.task-within': '{name}: within',
  'standard.task-remind': 'reminded before',
  'standard.task-remind-of': '{name}: reminded before',
  'standard.tasks-saved': 'The times for call-backs and messages are saved',
  'settings.minutes': 'min',
  'list.no-words': 'asked to be contacted, no words yet',
  'suggest.title': 'Suggested scripts',
  'suggest.close': 'Esc closes',
  'suggest.pick': 'Take the script {title}',
  'suggest.switch': 'Suggest scripts while typing',
  'audit.verb.task.standards.changed': 'Changed the times for call-backs and messages',
}
