import { expect, test } from '@jest/globals'
import { TASK_DEFINITION } from '../../../../src/plan/check/known-members.ts'
import { knownMembers } from '../../../support/known-members.ts'

test('the table of known members is that of the installed SDK', () => {
  // To mend it: node __tests__/support/known-members.ts
  expect(TASK_DEFINITION).toEqual(knownMembers())
})

test('it has types, needed members and the words of enums', () => {
  expect(TASK_DEFINITION.needed).toEqual(['family', 'containerDefinitions'])
  const container = TASK_DEFINITION.members.containerDefinitions.list.members
  expect(container.secrets.list).toEqual({
    members: { name: 'text', valueFrom: 'quoted' },
    needed: ['name', 'valueFrom']
  })
  expect(container.portMappings.list.members.protocol).toEqual({ words: ['tcp', 'udp'] })
  expect(TASK_DEFINITION.members.requiresCompatibilities.list.words).toContain('FARGATE')
  expect(container.dockerLabels).toEqual({ texts: 'by name' })
})
